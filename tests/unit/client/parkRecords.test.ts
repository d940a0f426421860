import { expect, test } from 'vitest'
import type { ParkRecord, ParkRecordItem } from '../../../data/contract/parkRecordResponses.ts'
import { targetBodyOf } from '../../../client/components/campaigns/targetBody.ts'
import { changesOf, formOf } from '../../../client/components/parkRecords/organisationForm.ts'
import { changedFields } from '../../../client/components/history/recordDraft.ts'
import { filterParks, NO_FILTER } from '../../../client/components/parkRecords/parkFilter.ts'

const park = (code: string, rest: Partial<ParkRecordItem>): ParkRecordItem => ({
  ...{ code, name: code, parkType: 'oldMixed', demonstration: false, grade: 'B', stage: 'plan' },
  ...{ problemTags: [], operator: null, fictitious: true, areaCode: '440307013002', street: '' },
  ...{ community: '', stageSince: null, enterprises: 1, openHiddenDangers: 0, openMajor: 0 },
  ...{
    majorSinceAcceptance: 0,
    overdueHiddenDangers: 0,
    total: 80,
    gradedOn: null,
    pendingState: null,
  },
  ...{ pendingOutcome: null, hasStation: true, lastArrivalSeconds: null },
  ...rest,
})
const PARKS = [
  park('P-1', { grade: 'D', total: 50, problemTags: ['threeNone'], hasStation: false }),
  park('P-2', { operator: '砚塱运营方', openMajor: 1, grade: 'C' }),
  park('P-3', { pendingState: 'streetReview', total: 95, grade: 'A' }),
]
const codes = (filter: Partial<typeof NO_FILTER>, order: 'place' | 'total' | 'open' = 'place') =>
  filterParks(PARKS, { ...NO_FILTER, ...filter }, order).map(({ code }) => code)

test('each filter narrows the list, and orders put what to look at first', () => {
  expect(codes({})).toEqual(['P-1', 'P-2', 'P-3'])
  expect(codes({ text: '砚塱' })).toEqual(['P-2'])
  expect(codes({ grade: 'D' })).toEqual(['P-1'])
  expect(codes({ tag: 'threeNone' })).toEqual(['P-1'])
  expect(codes({ only: 'openMajor' })).toEqual(['P-2'])
  expect(codes({ only: 'pending' })).toEqual(['P-3'])
  expect(codes({ only: 'noStation' })).toEqual(['P-1'])
  expect(codes({}, 'open')).toEqual(['P-2', 'P-1', 'P-3'])
  expect(codes({}, 'total')).toEqual(['P-1', 'P-2', 'P-3'])
})

test('only what was typed differently is sent; an emptied field is not known any more', () => {
  const record = {
    ...{ propertyOwner: '砚塱股份', operator: null, safetyBody: '安全办', safetyHead: null },
    ...{ safetyBodyDocument: null, safetyBodySince: null, safetyStaffFullTime: 2 },
    ...{ safetyStaffPartTime: null, volunteerBrigade: 0, problemTags: ['disorder', 'rentOnly'] },
    systemDocuments: ['fire'],
  } as unknown as ParkRecord
  const base = formOf(record)
  const form = formOf(record)
  expect(changesOf(form, changedFields(base, form))).toEqual({})
  form.propertyOwner = ' '
  form.safetyStaffFullTime = 3
  form.systemDocuments = []
  expect(changesOf(form, changedFields(base, form))).toEqual({
    propertyOwner: null,
    safetyStaffFullTime: 3,
    systemDocuments: [],
  })
})

test('a step of a target sends what it asks for and nothing else', () => {
  const filled = {
    ...{ results: { alarm: 'conforms' as const }, deadline: '2026-12-20' },
    ...{ happenedOn: '2026-11-23', text: ' ' },
  }
  expect(targetBodyOf('submitForAcceptance', filled)).toEqual({
    action: 'submitForAcceptance',
    happenedOn: '2026-11-23',
  })
  expect(targetBodyOf('check', { ...filled, text: '到场' })).toEqual({
    ...{ action: 'check', happenedOn: '2026-11-23', note: '到场' },
    results: filled.results,
  })
  expect(targetBodyOf('reopen', { ...filled, text: '回头看' })).toEqual({
    ...{ action: 'reopen', happenedOn: '2026-11-23', reason: '回头看' },
    deadline: '2026-12-20',
  })
})
