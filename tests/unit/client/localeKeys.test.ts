import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { flatten, MESSAGES } from './messages.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const read = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file) && !file.startsWith('locales'))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'))
    .join('\n')
const client = read('client')
/** The words that keys are put together with are often those of a registry. */
const source = client + read('data')

const LITERAL = new Set([...client.matchAll(/'([\w.]+)'/g)].map(([, key]) => key))
/** `notes.${note}` in a template: the beginnings of keys that are put together at run time. */
const PREFIXES = [...client.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(([, prefix]) => prefix!)

/** As a word in quotes, or as a property: `LEC: {`. */
const isWord = (word: string) => new RegExp(`['"]${word}['"]|\\b${word}\\b\\??:`).test(source)

function isUsed(key: string) {
  if (LITERAL.has(key)) return true
  return PREFIXES.some((prefix) => {
    const rest = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    return rest !== '' && isWord(rest.split('.')[0]!)
  })
}

test.each(MESSAGES)('every word of $part is on screen: no key that nothing uses', ({ zhCN }) => {
  const keys = flatten(zhCN).map(([key]) => key)
  expect(keys.filter((key) => !isUsed(key))).toEqual([])
})

test('a key that nothing uses would be found', () => {
  expect(isUsed('grading.nobodySaysThis')).toBe(false)
  expect(isUsed('grading.factor.nobodySaysThis')).toBe(false)
  expect(isUsed('grading.factor.l')).toBe(true)
})
