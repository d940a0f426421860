import { expect, test } from 'vitest'
import { DEFAULT_THRESHOLDS } from '#data/grading/grade'
import { draftOf, emptyDraft, type Draft } from '../../../../client/components/editor/draft.ts'
import {
  draftProblems,
  gradedLevelOfDraft,
  type Judgement,
} from '../../../../client/components/editor/draftProblems.ts'
import { readPosition } from '../../../../client/components/editor/readPosition.ts'
import { POINT, TODAY } from './records.ts'

const base = draftOf(POINT)

function problemsOf(fields: Partial<Draft>, task: Judgement['task'] = 'edit', from: Draft = base) {
  const draft = { ...from, reason: '核对', ...fields }
  const position = readPosition(draft.coordinates)
  const found = draftProblems(draft, {
    task,
    base: task === 'create' ? null : base,
    today: TODAY,
    position,
  })
  return Object.fromEntries([...found].map(([field, { key }]) => [field, key]))
}

test('a record as it stands is in order', () => {
  expect(problemsOf({})).toEqual({})
})

test('an empty form says what it needs, and no more', () => {
  expect(problemsOf({ reason: '' }, 'create', emptyDraft(null, TODAY))).toEqual({
    name: 'required',
    parkCode: 'required',
    location: 'required',
    measures: 'required',
    grading: 'chooseGrading',
    accidentTypes: 'chooseType',
    controlLevel: 'required',
  })
})

test.each<[Partial<Draft>, object]>([
  [{ reason: ' ' }, { reason: 'required' }],
  [{ name: '长'.repeat(61) }, { name: 'tooLong' }],
  [{ measures: '长'.repeat(1001) }, { measures: 'tooLong' }],
  [{ assessedOn: '2026-11-24' }, { assessedOn: 'future' }],
  [{ assessedOn: '2026-02-30' }, { assessedOn: 'notADay' }],
  [{ assessedOn: '' }, { assessedOn: 'notADay' }],
  [{ override: { level: null, reason: '' } }, { override: 'required', overrideReason: 'required' }],
  [{ override: { level: 'major', reason: ' ' } }, { overrideReason: 'required' }],
  [
    { coordinates: { system: 'wgs84', text: '114.1', errorMetres: '' } },
    { coordinates: 'unreadable' },
  ],
  [{ floor: '0' }, { floor: 'badFloor' }],
  [{ floor: '1.5' }, { floor: 'badFloor' }],
  [{ floor: '二' }, { floor: 'badFloor' }],
  [{ floor: '100' }, { floor: 'badFloor' }],
  [{ coordinates: { ...base.coordinates, errorMetres: '0' } }, { errorMetres: 'badError' }],
  [{ coordinates: { ...base.coordinates, errorMetres: 'many' } }, { errorMetres: 'badError' }],
])('each mistake stands at its field: %o', (fields, expected) => {
  expect(problemsOf(fields)).toEqual(expected)
})

test('today is no future, and a position may be missing', () => {
  const nowhere = { system: 'wgs84', text: '', errorMetres: '' } as const
  expect(problemsOf({ assessedOn: TODAY, coordinates: nowhere })).toEqual({})
})

test('a move is not kept from happening by what it does not show', () => {
  expect(problemsOf({ measures: '', controlLevel: null }, 'move')).toEqual({})
  const nowhere = { system: 'wgs84', text: '', errorMetres: '' } as const
  expect(problemsOf({ coordinates: nowhere }, 'move')).toEqual({ coordinates: 'required' })
})

test('a re-grade says what called for it', () => {
  expect(problemsOf({ measures: '' }, 'regrade')).toEqual({ trigger: 'required' })
  expect(problemsOf({ trigger: 'regular' }, 'regrade')).toEqual({})
})

test('the grading of a form gives a level, whatever its override says', () => {
  const levelOf = (fields: Partial<Draft>) =>
    gradedLevelOfDraft({ ...base, ...fields }, DEFAULT_THRESHOLDS)
  expect(levelOf({})).toBe('larger')
  expect(levelOf({ override: { level: 'major', reason: '曾有事故' } })).toBe('larger')
  expect(levelOf({ grading: null })).toBeNull()
  expect(levelOf({ grading: { method: 'LEC', inputs: { l: 4, e: 6, c: 15 } } })).toBeNull()
})
