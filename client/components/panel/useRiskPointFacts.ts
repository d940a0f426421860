import type { RiskPointDetail } from '#data/contract/responses'
import { civilDayOf, dayNumber } from '#data/domain/clock'
import { OUTSIDE_PARK_METRES } from '#data/domain/quality'
import { COORDINATE_ORIGINS, CONTROL_LEVELS } from '#data/domain/riskPoints'
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import { useWords } from '../editor/useWords.ts'

type Fact = { label: string; value: string; vacant?: boolean }

/** Days that the review is overdue by on the day of the data; 0 while it is not. */
function overdueDays({ reviewOverdue, asOf, reviewDue }: RiskPointDetail): number {
  return reviewOverdue ? dayNumber(civilDayOf(new Date(asOf))) - dayNumber(reviewDue) : 0
}

/** What the card tells of a risk point, line by line. */
export function useRiskPointFacts(point: Readonly<Ref<RiskPointDetail | undefined>>) {
  const { t } = useI18n()
  const { term, figure } = useTerms()
  const shared = useWords()

  /** A field that should hold a person and does not is dirt worth seeing. */
  const person = (label: string, value: string | null): Fact => ({
    label,
    value: value ?? t('riskPoint.vacant'),
    vacant: value === null,
  })

  function positionFacts(current: RiskPointDetail): Fact[] {
    const { longitude, latitude, coordinateOrigin, coordinateErrorMetres, coordinateInput } =
      current
    const label = t('riskPoint.coordinates')
    if (longitude === null || latitude === null)
      return [{ label, value: t('riskPoint.coordinatesNone'), vacant: true }]
    const facts = t('riskPoint.coordinatesFacts', {
      origin: coordinateOrigin ? term(COORDINATE_ORIGINS[coordinateOrigin]) : '–',
      error: coordinateErrorMetres === null ? '–' : figure(coordinateErrorMetres),
    })
    const value = `${longitude.toFixed(6)}, ${latitude.toFixed(6)} · ${facts}`
    const outside = current.outsideParkMetres ?? 0
    return [
      { label, value },
      ...(coordinateInput && coordinateInput !== `${longitude}, ${latitude}`
        ? [{ label: t('records.field.coordinateInput'), value: coordinateInput }]
        : []),
      ...(outside > OUTSIDE_PARK_METRES
        ? [
            {
              label: t('records.card.outsideLabel'),
              value: t('records.card.outside', { n: figure(Math.round(outside)) }),
              vacant: true,
            },
          ]
        : []),
    ]
  }

  function reviewFact(current: RiskPointDetail): Fact {
    const days = overdueDays(current)
    const label = t('riskPoint.reviewDue')
    return days
      ? {
          label,
          value: `${current.reviewDue}  ${t('riskPoint.overdue', { n: days })}`,
          vacant: true,
        }
      : { label, value: current.reviewDue }
  }

  return computed<Fact[]>(() => {
    const current = point.value
    if (!current) return []
    const { texts } = shared.value
    const isGrave = current.level === 'major' || current.level === 'larger'
    return [
      {
        label: t('riskPoint.park'),
        value: `${current.street} › ${current.community} › ${current.parkName}`,
      },
      {
        label: t('riskPoint.enterprise'),
        value: current.enterpriseName ?? t('riskPoint.publicArea'),
      },
      { label: t('riskPoint.location'), value: current.location },
      {
        label: t('riskPoint.accidentTypes'),
        value: texts.accidentTypes(current.accidentTypes),
      },
      ...(current.accidentTypesOriginal?.length
        ? [
            {
              label: t('records.field.accidentTypesOriginal'),
              value: texts.listed(current.accidentTypesOriginal),
            },
          ]
        : []),
      { label: t('riskPoint.measures'), value: current.measures },
      { label: t('riskPoint.control'), value: term(CONTROL_LEVELS[current.controlLevel]) },
      person(t('riskPoint.department'), current.responsibleDepartment),
      person(t('riskPoint.person'), current.responsiblePerson),
      ...(isGrave ? [person(t('riskPoint.guarantor'), current.guarantor)] : []),
      { label: t('riskPoint.assessedOn'), value: current.assessedOn },
      reviewFact(current),
      ...positionFacts(current),
    ]
  })
}
