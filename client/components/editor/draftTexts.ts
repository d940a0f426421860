import { COORDINATE_SYSTEMS } from '#data/geodesy/coordinateSystems'
import type { Draft } from './draft.ts'
import type { DraftField } from './draftBody.ts'
import type { RecordTexts, Words } from './recordTexts.ts'

type Texts = { [F in DraftField]: (value: Draft[F]) => string }

/** The values of a form as they are read on screen, where two people's are set side by side. */
export function draftTexts(texts: RecordTexts, { t, words }: Words): Texts {
  const { text, listed } = texts
  return {
    name: text,
    parkCode: texts.named,
    enterpriseCode: (code) => (code ? texts.named(code) : t('riskPoint.publicArea')),
    location: text,
    floor: text,
    coordinates: ({ system, text: typed }) =>
      typed ? `${typed} (${words(COORDINATE_SYSTEMS[system].labels)})` : texts.none(),
    grading: (grading) => (grading ? texts.working(grading.inputs) : texts.none()),
    override: (override) =>
      override?.level
        ? texts.override({ level: override.level, reason: override.reason })
        : texts.none(),
    accidentTypes: ({ types, words1986 }) =>
      words1986.length
        ? `${texts.accidentTypes(types)} (${listed(words1986)})`
        : texts.accidentTypes(types),
    controlLevel: texts.control,
    responsibleDepartment: text,
    responsiblePerson: text,
    guarantor: text,
    measures: text,
    assessedOn: text,
  }
}
