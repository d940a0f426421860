import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { communities, districtWith, pointsOf, streetOf } from './demoDistrict.ts'

const district = districtWith()
const streetNames = readFileSync(
  new URL('../../../data/geography/streets.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').slice(0, 2) as [string, string])

/** CONTENT.md 5.2, retyped: ★ marks the demonstration park. */
const NAMED_PARKS: Record<string, string> = {
  平湖: '砚塱智造园★、稔坳第二工业区、岚埔物流园、石磜冷链产业园',
  坪地: '汀埔新能源产业园★、禾嶂工业城、樟磜工业区',
  南湾: '澄坜科技园★、石墩第一工业区、莲磜印务产业园',
  坂田: '榕嶂科创园★、云砚智能产业园、汀磡工业区',
  布吉: '砚径创意园★',
  龙城: '岚嶂软件园★、禾塱电商产业园',
  龙岗: '墩埔工业城★、稔窝第三工业区、榕塱工业园',
  横岗: '樟窝光学产业园★、石坜五金工业园、莲墩家具产业园',
  吉华: '汀径都市产业园★、榕坜工业区',
  宝龙: '澄嶂新能源产业基地★、岚坜电子科技园、砚埔精密制造园',
  园山: '东海科技工业园★、禾坳精密制造园、稔磡工业区、石砚家居产业园',
}

test.each(Object.entries(NAMED_PARKS))('%s has the parks that are named', (street, list) => {
  const [code] = streetNames.find(([, name]) => name === `${street}街道`)!
  for (const entry of list.split('、')) {
    const name = entry.replace('★', '')
    const [park] = district.parks.filter((candidate) => candidate.name === name)
    expect(park, name).toBeDefined()
    expect(streetOf(park!.areaCode), name).toBe(code)
    expect(park!.demonstration, name).toBe(entry.endsWith('★'))
  }
})

test('park names are unique, follow the rule and are no place name', () => {
  const names = district.parks.map(({ name }) => name)
  expect(new Set(names).size).toBe(276)
  const places = new Set(
    [...communities.map(({ name }) => name), ...streetNames.map(([, name]) => name)].flatMap(
      (name) => [name, name.replace(/社区|街道$/, '')],
    ),
  )
  for (const name of names) {
    if (name === '东海科技工业园') continue
    expect(name).toMatch(/^[砚稔岚汀澄榕禾樟莲石墩云][塱坳埔磜嶂坜磡径窝墩砚][^砚]{2,}[园区城地]$/)
    expect(name[0]).not.toBe(name[1])
    expect(places.has(name)).toBe(false)
    expect(places.has(name.slice(0, 2))).toBe(false)
  }
})

/** CONTENT.md 5.3, retyped. */
const NAMED_ENTERPRISES = `砚序禾五金抛光厂、岚弈衡铝制品厂、稔沐坤精密压铸厂、汀衡序机加工厂、栎沐坤家具厂、屿栎禾木制品厂、霁栎岳木业厂、霁衡序电子厂、珩弈辰光电厂、汀岳霖线路板厂、澜序衡连接器厂、屿辰弈小家电厂、霁坤辰锂电池厂、珩禾霁储能设备厂、汀序禾电池组装厂、澜岳坤电池材料厂、岚霖沐冷链仓储、穗屿禾食品速冻厂、澜沐霖制冰厂、穗霖坤食品厂、穗砚序印刷包装厂、屿衡弈彩印厂、稔岳衡注塑厂、珩屿坤塑胶厂、霁栎序眼镜配件厂、澜珩禾首饰厂、汀坤弈喷涂厂、砚岳辰物流仓储、岚坤序工业气体站、霁屿辰软件`

test('the thirty named enterprises exist once each, of the class their trade has', () => {
  const named = NAMED_ENTERPRISES.split('、')
  expect(named).toHaveLength(30)
  for (const name of named) {
    expect(
      district.enterprises.filter((item) => item.name === name),
      name,
    ).toHaveLength(1)
  }
  const classOf = (name: string) =>
    district.enterprises.find((item) => item.name === name)?.highRiskClass
  expect(classOf('砚序禾五金抛光厂')).toBe('dust')
  expect(classOf('岚霖沐冷链仓储')).toBe('ammonia')
  expect(classOf('霁坤辰锂电池厂')).toBe('lithiumBattery')
  expect(classOf('霁屿辰软件')).toBeNull()
})

test('enterprise names are invented by the rule, and three pairs share one', () => {
  const times = new Map<string, string[]>()
  for (const { name, parkCode } of district.enterprises) {
    times.set(name, [...(times.get(name) ?? []), parkCode])
    expect(name).not.toMatch(/深圳市|有限公司|[鑫盛达宏兴华龙]/)
    if (name.startsWith('企业 ') || NAMED_ENTERPRISES.includes(name)) continue
    expect(name).toMatch(/^[砚岚汀稔珩霁屿栎澜穗][序弈衡沐禾岳辰霖坤栎砚屿]{2}.{2,}$/)
    expect(new Set(name.slice(0, 3)).size, name).toBe(3)
  }
  const shared = [...times.values()].filter((parks) => parks.length > 1)
  expect(shared).toHaveLength(3)
  for (const parks of shared) {
    expect(parks).toHaveLength(2)
    expect(parks[0]).not.toBe(parks[1])
  }
})

test('people and numbers are plainly made up, and some are missing', () => {
  const officers = district.enterprises.map(({ safetyOfficer }) => safetyOfficer)
  const phones = district.enterprises.map(({ safetyPhone }) => safetyPhone)
  for (const officer of officers)
    if (officer !== null) expect(officer).toMatch(/^演示安全员[A-Z]\d\d$/)
  expect(new Set(phones)).toEqual(new Set(['演示号码', null]))
  expect(officers).toContain(null)
  expect(district.parks.map(({ operator }) => operator)).toContain(null)
  for (const { operator } of district.parks)
    if (operator !== null) expect(operator).toContain('演示')
})

test('risk points are named after the forty templates, no two alike at one enterprise', () => {
  const { riskPoints } = pointsOf(district)
  const seen = new Set<string>()
  const templates = new Set<string>()
  for (const { code, name, enterpriseCode, parkCode } of riskPoints) {
    expect(name, code).toMatch(/^\S+( \d+号\S*)?$/)
    const key = `${enterpriseCode ?? parkCode}|${name}`
    expect(seen.has(key), `${code} ${name}`).toBe(false)
    seen.add(key)
    templates.add(name.split(' ')[0]!)
  }
  expect(templates.size).toBe(40)
})
