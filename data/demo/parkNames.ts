import type { ParkType } from '../domain/parks.ts'
import type { Random } from './random.ts'

/** CONTENT.md 5.1: 词头 + 词尾 + 类型词. Characters in use nowhere in the district's place names. */
const HEADS = [...'砚稔岚汀澄榕禾樟莲石墩云']
const TAILS = [...'塱坳埔磜嶂坜磡径窝墩砚']

const TYPE_WORDS = {
  oldMixed: [
    '第一工业区',
    '第二工业区',
    '第三工业区',
    '第四工业区',
    '第五工业区',
    '工业区',
    '工业园',
    '工业城',
    '五金工业园',
    '塑胶工业园',
  ],
  electronics: ['科技园', '电子科技园', '智能产业园', '智造园', '精密制造园', '光电产业园'],
  furniture: ['家具产业园', '家居产业园', '木作产业园'],
  lithiumEnergy: ['新能源产业园', '锂电产业园', '储能产业园'],
  coldChain: ['物流园', '冷链产业园', '仓储物流园'],
  printing: ['印务产业园', '包装产业园', '印刷工业园'],
  foodOpticsJewellery: ['食品产业园', '眼镜产业园', '珠宝产业园'],
  research: ['科创园', '创意园', '软件园', '研发园'],
} as const satisfies Record<ParkType, readonly string[]>

/** Metro stations of Longgang whose names such a combination could meet (CONTENT.md 5.1). */
const STATIONS = [
  '荷坳',
  '坳背',
  '嶂背',
  '塘坑',
  '禾花',
  '石芽岭',
  '上水径',
  '下水径',
  '岗头',
  '云',
]

/** Every 词头 + 词尾 that is neither a community, a street nor a metro station. */
export function nameStems(placeNames: readonly string[]): string[] {
  const places = new Set([...placeNames.map((name) => name.replace(/社区|街道$/, '')), ...STATIONS])
  return HEADS.flatMap((head) =>
    TAILS.filter((tail) => tail !== head)
      .map((tail) => head + tail)
      .filter((stem) => !places.has(stem)),
  )
}

/**
 * A name that is not taken; a head is used again only once every other one has been, so that no two
 * neighbours look alike. `taken` receives the name.
 */
export function createParkNamer(
  random: Random,
  taken: Set<string>,
  placeNames: readonly string[],
): (parkType: ParkType) => string {
  const usesOfHead = new Map(nameStems(placeNames).map((stem) => [stem, 0]))
  for (const name of taken) {
    const head = name.slice(0, 2)
    if (usesOfHead.has(head)) usesOfHead.set(head, usesOfHead.get(head)! + 1)
  }
  const heads = random.shuffled([...usesOfHead.keys()])
  return (parkType) => {
    const options = heads.flatMap((head) =>
      TYPE_WORDS[parkType].map((word) => ({ head, name: head + word })),
    )
    const free = options.filter(({ name }) => !taken.has(name))
    const fewest = Math.min(...free.map(({ head }) => usesOfHead.get(head)!))
    const chosen = random.pick(free.filter(({ head }) => usesOfHead.get(head) === fewest))
    taken.add(chosen.name)
    usesOfHead.set(chosen.head, fewest + 1)
    return chosen.name
  }
}
