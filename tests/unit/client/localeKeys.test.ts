import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { zhCN } from '../../../client/locales/zhCN.ts'

type Tree = { [key: string]: string | Tree }

/** Keys that are put together at run time; their last part stands in the source as a word. */
const DYNAMIC_PREFIXES = ['notes.', 'filters.', 'points.']

const leaves = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : leaves(value, `${prefix}${key}.`),
  )

const CLIENT = path.resolve(import.meta.dirname, '../../../client')
const source = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file) && !file.startsWith('locales'))
  .map((file) => readFileSync(path.join(CLIENT, file), 'utf8'))
  .join('\n')

const quoted = (word: string) => source.includes(`'${word}'`)

function isUsed(key: string) {
  if (quoted(key)) return true
  const prefix = DYNAMIC_PREFIXES.find((each) => key.startsWith(each))
  return (
    prefix !== undefined && source.includes(`\`${prefix}\${`) && quoted(key.slice(prefix.length))
  )
}

test('every word on screen is on screen: no key that nothing uses', () => {
  expect(leaves(zhCN).filter((key) => !isUsed(key))).toEqual([])
})
