import type { AccidentType } from '#data/domain/accidentTypes'
import type { FieldChange } from '#data/domain/changes'
import type { RiskPointRecord } from '#data/domain/riskPoints'
import { distanceMetres } from './distanceMetres.ts'
import type { RecordTexts, Words } from './recordTexts.ts'

/** One line of a change: what, from what, to what, and what that means. */
export type HistoryRow = { key: string; before: string; after: string; note?: string }

/** What a version says of itself elsewhere. */
type Untold = 'code' | 'version' | 'change' | 'retiredAt' | 'fictitious'
export type HistoryField = Exclude<keyof RiskPointRecord, Untold>
type Values = Partial<Record<HistoryField, unknown>>

/** Told together as one line, so that the second is not told by itself. */
const TOGETHER: Partial<Record<HistoryField, HistoryField>> = {
  latitude: 'longitude',
  coordinateInput: 'longitude',
  coordinateOrigin: 'longitude',
  score: 'gradingInputs',
  gradingMethod: 'gradingInputs',
  gradingVersion: 'gradingInputs',
  gradedLevel: 'gradingInputs',
}

/** How each field of a record is read; every field is here. */
function readers(texts: RecordTexts, words: Words) {
  const { text } = texts
  const position = (values: Values): string => {
    const { longitude, latitude } = values
    const degrees = [longitude, latitude].filter((each) => typeof each === 'number')
    if (!degrees.length) return words.t('riskPoint.coordinatesNone')
    const origin = values.coordinateOrigin as RiskPointRecord['coordinateOrigin'] | undefined
    const numbers = degrees.map((each) => each.toFixed(6)).join(', ')
    return origin ? `${numbers} (${texts.origin(origin)})` : numbers
  }
  const of =
    <F extends HistoryField>(field: F, read: (value: RiskPointRecord[F]) => string) =>
    (values: Values) =>
      read((values[field] ?? null) as RiskPointRecord[F])
  return {
    name: of('name', text),
    parkCode: of('parkCode', texts.named),
    enterpriseCode: of('enterpriseCode', (code) =>
      code ? texts.named(code) : words.t('riskPoint.publicArea'),
    ),
    areaCode: of('areaCode', texts.named),
    longitude: position,
    latitude: position,
    coordinateOrigin: of('coordinateOrigin', texts.origin),
    coordinateErrorMetres: of('coordinateErrorMetres', texts.metres),
    coordinateInput: of('coordinateInput', text),
    location: of('location', text),
    floor: of('floor', text),
    level: of('level', texts.level),
    gradingMethod: of('gradingMethod', text),
    gradingVersion: of('gradingVersion', text),
    gradingInputs: of('gradingInputs', texts.working),
    score: of('score', text),
    gradedLevel: of('gradedLevel', texts.level),
    levelOverride: of('levelOverride', texts.override),
    accidentTypes: of('accidentTypes', (types: AccidentType[]) => texts.accidentTypes(types)),
    accidentTypesOriginal: of('accidentTypesOriginal', (types) => texts.listed(types ?? [])),
    controlLevel: of('controlLevel', texts.control),
    responsibleDepartment: of('responsibleDepartment', text),
    responsiblePerson: of('responsiblePerson', text),
    guarantor: of('guarantor', text),
    measures: of('measures', text),
    assessedOn: of('assessedOn', text),
    reviewDue: of('reviewDue', text),
    reviewTrigger: of('reviewTrigger', texts.trigger),
  } satisfies Record<HistoryField, (values: Values) => string>
}

function movedMetres(before: Values, after: Values): number | null {
  const [from, to] = [before, after].map(({ longitude, latitude }) =>
    typeof longitude === 'number' && typeof latitude === 'number'
      ? ([longitude, latitude] as [number, number])
      : null,
  )
  return from && to ? distanceMetres(from, to) : null
}

/** The fields of a change as lines in the words of the screen; unknown fields as they come. */
export function historyRows(
  fields: readonly FieldChange[],
  texts: RecordTexts,
  words: Words,
): HistoryRow[] {
  const known = readers(texts, words)
  const before = Object.fromEntries(fields.map((each) => [each.field, each.before])) as Values
  const after = Object.fromEntries(fields.map((each) => [each.field, each.after])) as Values
  const isChanged = (field: string) => fields.some((each) => each.field === field)
  return fields
    .filter(({ field }) => {
      const leader = TOGETHER[field as HistoryField]
      return !leader || !isChanged(leader)
    })
    .map(({ field, ...values }) => {
      if (!(field in known)) {
        return { key: field, before: texts.text(values.before), after: texts.text(values.after) }
      }
      const read = known[field as HistoryField]
      const metres = field === 'longitude' ? movedMetres(before, after) : null
      return {
        key: field,
        before: read(before),
        after: read(after),
        ...(metres === null
          ? {}
          : { note: words.t('records.history.moved', { n: metres.toFixed(metres < 10 ? 1 : 0) }) }),
      }
    })
}
