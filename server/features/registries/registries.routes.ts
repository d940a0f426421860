import { ACCIDENT_TYPES } from '#data/domain/accidentTypes'
import { ACCIDENT_TYPES_1986 } from '#data/domain/accidentTypes1986'
import { CLAUSES } from '#data/domain/clauses'
import { INDUSTRIES, INDUSTRY_EDITION } from '#data/domain/industries'
import { citation, editionOn, type StandardReference } from '#data/domain/standards'
import { HAZARD_CLASSES } from '#data/grading/hazardClasses'
import { SUBSTANCES } from '#data/grading/substances'
import type { Handlers, Services } from '../../http/endpoint.ts'

type Keys = 'listAccidentTypes' | 'listIndustries' | 'listSubstances' | 'listClauses'

/** The registries of `data/`, for other systems. */
export function registryHandlers({ clock }: Services): Pick<Handlers, Keys> {
  const ok = <T>(answer: T) => Promise.resolve({ status: 200, answer })
  return {
    listAccidentTypes: () =>
      ok({
        edition: 'GB 6441-2025',
        items: [...ACCIDENT_TYPES],
        former: {
          edition: 'GB 6441-1986',
          items: ACCIDENT_TYPES_1986.map((type) => ({ ...type, successors: [...type.successors] })),
        },
      }),
    listIndustries: () =>
      ok({
        edition: INDUSTRY_EDITION,
        items: Object.values(INDUSTRIES).map(({ code, name, english }) => ({
          code,
          section: code.slice(0, 1),
          name,
          english,
        })),
      }),
    listSubstances: () =>
      ok({
        edition: 'GB 18218-2018',
        substances: SUBSTANCES.map(
          ({ cas, name, english, form, criticalTonnes, beta, basis, confidence }) => ({
            cas,
            name,
            english,
            form: form ?? null,
            criticalTonnes,
            beta,
            basis,
            confidence,
          }),
        ),
        classes: Object.entries(HAZARD_CLASSES).map(([code, entry]) => ({
          code,
          name: entry.labels['zh-CN'],
          criticalTonnes: entry.criticalTonnes,
          beta: entry.beta,
          confidence: entry.confidence,
        })),
      }),
    listClauses: async ({ query }) => {
      const on = query.on ?? clock.today()
      const cite = (reference: StandardReference) =>
        editionOn(reference.standard, on) ? citation(reference, on) : null
      return {
        on,
        items: CLAUSES.map(({ number, text, suggests, references }) => ({
          number,
          text,
          suggests,
          references: references.map((reference) => ({
            citation: cite(reference),
            clause: reference.clause,
            confidence: reference.confidence,
          })),
        })),
      }
    },
  }
}
