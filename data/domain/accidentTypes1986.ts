import type { AccidentType } from './accidentTypes.ts'

type AccidentType1986 = {
  name: string
  /** The classes of 2025 that the old one became: one, or several among which somebody chooses. */
  successors: readonly [AccidentType, ...AccidentType[]]
  /** True where no comparison of the editions says so and the mapping is ours. */
  proposed: boolean
}

const same = <Name extends AccidentType>(name: Name) =>
  ({ name, successors: [name], proposed: false }) as const

/**
 * The 20 classes of GB 6441-1986《企业职工伤亡事故分类》, in force until 2026-06-30, in its order.
 * Comparisons of the editions name the splits of 车辆伤害 and 中毒和窒息 and the two new names 机械致害
 * and 起重致害; the other mappings follow from the definitions: 瓦斯爆炸 of 1986 includes coal dust,
 * and 其他爆炸 gases, vapours, dust and furnaces.
 */
export const ACCIDENT_TYPES_1986 = [
  same('物体打击'),
  {
    name: '车辆伤害',
    successors: ['厂(场)内车辆致害', '道路(轨道)车辆致害'],
    proposed: false,
  },
  { name: '机械伤害', successors: ['机械致害'], proposed: false },
  { name: '起重伤害', successors: ['起重致害'], proposed: false },
  same('触电'),
  same('淹溺'),
  same('灼烫'),
  same('火灾'),
  same('高处坠落'),
  same('坍塌'),
  { name: '冒顶片帮', successors: ['坍塌'], proposed: true },
  { name: '透水', successors: ['水害'], proposed: true },
  { name: '放炮', successors: ['民用爆炸物品爆炸'], proposed: true },
  { name: '火药爆炸', successors: ['民用爆炸物品爆炸', '烟花爆竹爆炸'], proposed: true },
  { name: '瓦斯爆炸', successors: ['可燃气体爆炸', '粉尘爆炸'], proposed: true },
  { name: '锅炉爆炸', successors: ['容器爆炸'], proposed: true },
  same('容器爆炸'),
  {
    name: '其他爆炸',
    successors: [
      '管道爆炸',
      '可燃气体爆炸',
      '可燃液体蒸气爆炸',
      '粉尘爆炸',
      '其他可燃固体爆炸',
      '高温熔融物爆炸',
    ],
    proposed: true,
  },
  { name: '中毒和窒息', successors: ['中毒', '窒息'], proposed: false },
  { name: '其他伤害', successors: ['跌落', '滑坡', '泄漏', '其他'], proposed: true },
] as const satisfies readonly AccidentType1986[]

export type MappedAccidentType =
  { kind: 'mapped'; type: AccidentType } | { kind: 'choice'; among: readonly AccidentType[] }

/**
 * What an old class is called since 2026-07-01, or among what somebody has to choose. 其它, a common
 * spelling, is 其他.
 * @throws RangeError for a name that GB 6441-1986 does not have.
 */
export function mapAccidentType1986(name: string): MappedAccidentType {
  const spelled = name.trim().replace('其它', '其他')
  const old = ACCIDENT_TYPES_1986.find((type) => type.name === spelled)
  if (!old) throw new RangeError(`${name} is not one of the 20 classes of GB 6441-1986`)
  const [first, ...others] = old.successors
  return others.length === 0
    ? { kind: 'mapped', type: first }
    : { kind: 'choice', among: old.successors }
}
