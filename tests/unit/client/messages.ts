import { en } from '../../../client/locales/en.ts'
import { MESSAGE_PARTS } from '../../../client/locales/parts.ts'
import { zhCN } from '../../../client/locales/zhCN.ts'

export type Tree = { [key: string]: string | Tree }

/** Every part of the words on screen, in both languages. */
export const MESSAGES: readonly { part: string; zhCN: Tree; en: Tree }[] = [
  { part: 'the page', zhCN, en },
  ...(await Promise.all(
    Object.entries(MESSAGE_PARTS).map(async ([part, load]) => ({
      part,
      zhCN: (await load['zh-CN']()) as Tree,
      en: (await load.en()) as Tree,
    })),
  )),
]

/** Every word with the path that names it: `grading.factor.l`. */
export function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  )
}
