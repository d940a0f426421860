import { expect, test } from 'vitest'
import { riskPointChangeSchema, riskPointCreationSchema } from '#data/contract/bodies'
import { draftOf, emptyDraft, type Draft } from '../../../../client/components/editor/draft.ts'
import {
  changeBody,
  changedFields,
  creationBody,
  DRAFT_FIELDS,
} from '../../../../client/components/editor/draftBody.ts'
import { POINT, TODAY } from './records.ts'

const base = draftOf(POINT)
const changed = (fields: Partial<Draft>): Draft => ({ ...base, reason: '核对', ...fields })

const FILLED: Draft = {
  ...emptyDraft('P-1', TODAY),
  name: ' 喷漆间 ',
  location: '一楼',
  floor: ' -1 ',
  coordinates: { system: 'gcj02', text: ' 114.15, 22.66 ', errorMetres: '5' },
  grading: { method: 'LEC', inputs: { l: 3, e: 6, c: 40 } },
  accidentTypes: { types: ['中毒'], words1986: ['中毒和窒息'] },
  controlLevel: 'company',
  responsiblePerson: '演示责任人02',
  measures: '通风',
}

test('a new point: trimmed texts, empty ones as null, the position as it was typed', () => {
  const body = creationBody(FILLED)
  expect(riskPointCreationSchema.parse(body)).toEqual(body)
  expect(body).toEqual({
    name: '喷漆间',
    parkCode: 'P-1',
    enterpriseCode: null,
    location: '一楼',
    floor: -1,
    coordinates: { system: 'gcj02', text: '114.15, 22.66', errorMetres: 5 },
    grading: FILLED.grading,
    levelOverride: null,
    accidentTypes: ['中毒'],
    accidentTypes1986: ['中毒和窒息'],
    controlLevel: 'company',
    responsibleDepartment: null,
    responsiblePerson: '演示责任人02',
    guarantor: null,
    measures: '通风',
    assessedOn: TODAY,
  })
})

test('a new point without coordinates says so with null', () => {
  const { coordinates } = creationBody({
    ...FILLED,
    coordinates: emptyDraft(null, TODAY).coordinates,
  })
  expect(coordinates).toBeNull()
})

test('a form as the record has it changes nothing', () => {
  expect(changedFields(base, draftOf(POINT))).toEqual([])
  expect(changeBody(base, changed({}))).toEqual({ reason: '核对' })
})

test.each<[Partial<Draft>, object]>([
  [{ name: '调漆间' }, { name: '调漆间' }],
  [{ parkCode: 'P-2' }, { parkCode: 'P-2' }],
  [{ enterpriseCode: '' }, { enterpriseCode: null }],
  [{ location: '二楼' }, { location: '二楼' }],
  [{ floor: '3' }, { floor: 3 }],
  [{ floor: '' }, { floor: null }],
  [
    { coordinates: { system: 'wgs84', text: '114.1, 22.6', errorMetres: '' } },
    { coordinates: { system: 'wgs84', text: '114.1, 22.6' } },
  ],
  [{ accidentTypes: { types: ['火灾'], words1986: [] } }, { accidentTypes: ['火灾'] }],
  [{ controlLevel: 'team' }, { controlLevel: 'team' }],
  [{ responsibleDepartment: ' ' }, { responsibleDepartment: null }],
  [{ responsiblePerson: '演示责任人03' }, { responsiblePerson: '演示责任人03' }],
  [{ guarantor: '' }, { guarantor: null }],
  [{ measures: '停用' }, { measures: '停用' }],
])('only what was changed is sent: %o', (fields, expected) => {
  const body = changeBody(base, changed(fields))
  expect(riskPointChangeSchema.parse(body)).toEqual(body)
  expect(body).toEqual({ ...expected, reason: '核对' })
})

test('an override goes with new inputs: the server would let it go otherwise', () => {
  const overridden = { ...base, override: { level: 'major' as const, reason: '曾有事故' } }
  const body = changeBody(overridden, {
    ...overridden,
    grading: { method: 'LEC', inputs: { l: 3, e: 6, c: 7 } },
    trigger: 'survey',
    reason: '复查',
  })
  expect(body).toEqual({
    grading: { method: 'LEC', inputs: { l: 3, e: 6, c: 7 } },
    levelOverride: { level: 'major', reason: '曾有事故' },
    assessedOn: '2026-06-01',
    trigger: 'survey',
    reason: '复查',
  })
})

test('a trigger alone is no assessment, a re-grade to the same result is one', () => {
  expect(changeBody(base, changed({ trigger: 'survey' }))).not.toHaveProperty('trigger')
  const body = changeBody(base, changed({ trigger: 'regular' }), { assessed: true })
  expect(body).toMatchObject({
    grading: base.grading,
    trigger: 'regular',
    assessedOn: '2026-06-01',
  })
})

test('every field of the form is compared', () => {
  const told: readonly string[] = [...DRAFT_FIELDS, 'trigger', 'reason']
  expect(Object.keys(base).filter((field) => !told.includes(field))).toEqual([])
})

test('converted coordinates are shown as they were typed', () => {
  const typed = { coordinateOrigin: 'gcj02', coordinateInput: '114.0099, 22.6022' } as const
  expect(draftOf({ ...POINT, ...typed }).coordinates).toEqual({
    system: 'gcj02',
    text: '114.0099, 22.6022',
    errorMetres: '10',
  })
  expect(base.coordinates).toEqual({ system: 'wgs84', text: '114.005, 22.605', errorMetres: '10' })
  expect(draftOf({ ...POINT, longitude: null, latitude: null }).coordinates.text).toBe('')
})
