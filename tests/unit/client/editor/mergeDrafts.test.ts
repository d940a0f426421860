import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftOf, type Draft } from '../../../../client/components/editor/draft.ts'
import { changedFields } from '../../../../client/components/editor/draftBody.ts'
import { mergeDrafts } from '../../../../client/components/editor/mergeDrafts.ts'
import { POINT } from './records.ts'

const base = draftOf(POINT)

test('what only they changed is taken, what both changed is asked', () => {
  const mine = { ...base, name: '我的名称', measures: '我的措施', reason: '我的原因' }
  const theirs = { ...base, name: '对方名称', location: '三楼' }
  const { draft, taken, clashes } = mergeDrafts(base, mine, theirs)
  expect(taken).toEqual(['location'])
  expect(clashes).toEqual([
    { field: 'name', before: '喷漆调漆间', mine: '我的名称', theirs: '对方名称' },
  ])
  expect(draft).toEqual({ ...mine, location: '三楼' })
})

test('the same change by both is no clash', () => {
  const both = { ...base, name: '新名称' }
  expect(mergeDrafts(base, both, both)).toEqual({ draft: both, taken: [], clashes: [] })
})

const drafts = fc.record({
  name: fc.constantFrom(base.name, '甲', '乙'),
  location: fc.constantFrom(base.location, '丙', '丁'),
  guarantor: fc.constantFrom(base.guarantor, '', '戊'),
})

test('nothing typed is lost and nothing of theirs is undone, whatever was changed', () => {
  fc.assert(
    fc.property(drafts, drafts, (myFields, theirFields) => {
      const [mine, theirs]: Draft[] = [myFields, theirFields].map((fields) => ({
        ...base,
        ...fields,
      }))
      const { draft, clashes } = mergeDrafts(base, mine!, theirs!)
      for (const field of changedFields(base, mine!)) expect(draft[field]).toEqual(mine![field])
      const asked = clashes.map(({ field }) => field)
      for (const field of changedFields(base, theirs!)) {
        if (!asked.includes(field)) expect(draft[field]).toEqual(theirs![field])
      }
    }),
  )
})
