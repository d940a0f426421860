import type { Random } from './random.ts'

/** CONTENT.md 5.1: an invented 字号 of three characters, none twice. */
const FIRST = [...'砚岚汀稔珩霁屿栎澜穗']
const LATER = [...'序弈衡沐禾岳辰霖坤栎砚屿']

/** CONTENT.md 5.3. */
export const NAMED_ENTERPRISES: readonly string[] = [
  '砚序禾五金抛光厂',
  '岚弈衡铝制品厂',
  '稔沐坤精密压铸厂',
  '汀衡序机加工厂',
  '栎沐坤家具厂',
  '屿栎禾木制品厂',
  '霁栎岳木业厂',
  '霁衡序电子厂',
  '珩弈辰光电厂',
  '汀岳霖线路板厂',
  '澜序衡连接器厂',
  '屿辰弈小家电厂',
  '霁坤辰锂电池厂',
  '珩禾霁储能设备厂',
  '汀序禾电池组装厂',
  '澜岳坤电池材料厂',
  '岚霖沐冷链仓储',
  '穗屿禾食品速冻厂',
  '澜沐霖制冰厂',
  '穗霖坤食品厂',
  '穗砚序印刷包装厂',
  '屿衡弈彩印厂',
  '稔岳衡注塑厂',
  '珩屿坤塑胶厂',
  '霁栎序眼镜配件厂',
  '澜珩禾首饰厂',
  '汀坤弈喷涂厂',
  '砚岳辰物流仓储',
  '岚坤序工业气体站',
  '霁屿辰软件',
]
export const CHARACTERS_OF_A_NAME = 3

/** Names that nobody has yet; `taken` receives them. */
export function createEnterpriseNamer(
  random: Random,
  taken: Set<string>,
): (word: string) => string {
  return (word) => {
    for (;;) {
      const first = random.pick(FIRST)
      const second = random.pick(LATER)
      const third = random.pick(LATER)
      const name = first + second + third + word
      if (first === second || first === third || second === third || taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
}
