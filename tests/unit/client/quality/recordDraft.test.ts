import { expect, test } from 'vitest'
import { changedFields, rebase } from '../../../../client/components/history/recordDraft.ts'

const base = { name: '甲', floor: '2层', substances: [{ choice: 'a', quantity: '1' }] }

test('fields differ by what they hold, lists too', () => {
  expect(changedFields(base, structuredClone(base))).toEqual([])
  const form = { ...base, floor: '', substances: [{ choice: 'a', quantity: '2' }] }
  expect(changedFields(base, form)).toEqual(['floor', 'substances'])
})

test('what was typed stays, what was left alone becomes the latest', () => {
  const form = { ...base, floor: '3层' }
  const latest = { ...base, name: '乙', floor: '5层', substances: [] }
  expect(rebase(base, form, latest)).toEqual({ name: '乙', floor: '3层', substances: [] })
})

test('the same change made by both is no change of ours any more', () => {
  const form = { ...base, floor: '3层' }
  const latest = { ...base, floor: '3层' }
  expect(changedFields(latest, rebase(base, form, latest))).toEqual([])
})
