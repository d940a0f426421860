import { expect, test } from 'vitest'
import { ACCIDENT_TYPES } from '#data/domain/accidentTypes'
import { ACCIDENT_TYPES_1986, mapAccidentType1986 } from '#data/domain/accidentTypes1986'

const TWENTY =
  '物体打击 车辆伤害 机械伤害 起重伤害 触电 淹溺 灼烫 火灾 高处坠落 坍塌 冒顶片帮 透水 放炮 ' +
  '火药爆炸 瓦斯爆炸 锅炉爆炸 容器爆炸 其他爆炸 中毒和窒息 其他伤害'

test('the twenty classes of 1986 in their order, leading to all twenty-seven of 2025', () => {
  expect(ACCIDENT_TYPES_1986.map(({ name }) => name)).toEqual(TWENTY.split(' '))
  const reached = new Set<string>(ACCIDENT_TYPES_1986.flatMap(({ successors }) => successors))
  expect([...reached].toSorted()).toEqual(ACCIDENT_TYPES.map(({ name }) => name).toSorted())
})

test.each([
  ['物体打击', '物体打击'],
  ['机械伤害', '机械致害'],
  ['起重伤害', '起重致害'],
  ['坍塌', '坍塌'],
  ['冒顶片帮', '坍塌'],
  ['透水', '水害'],
  ['放炮', '民用爆炸物品爆炸'],
  ['锅炉爆炸', '容器爆炸'],
  [' 触电 ', '触电'],
])('%j is now %s', (name, type) => {
  expect(mapAccidentType1986(name)).toEqual({ kind: 'mapped', type })
})

test.each([
  ['中毒和窒息', ['中毒', '窒息']],
  ['车辆伤害', ['厂(场)内车辆致害', '道路(轨道)车辆致害']],
  ['火药爆炸', ['民用爆炸物品爆炸', '烟花爆竹爆炸']],
  ['其他伤害', ['跌落', '滑坡', '泄漏', '其他']],
  ['其它伤害', ['跌落', '滑坡', '泄漏', '其他']],
])('%s asks somebody to choose', (name, among) => {
  expect(mapAccidentType1986(name)).toEqual({ kind: 'choice', among })
})

test('其他爆炸 asks too', () => {
  expect(mapAccidentType1986('其它爆炸')).toMatchObject({ kind: 'choice' })
})

test.each(['', '粉尘爆炸', '爆炸', '机械致害', 'toString'])('%j is refused', (name) => {
  expect(() => mapAccidentType1986(name)).toThrow(RangeError)
})
