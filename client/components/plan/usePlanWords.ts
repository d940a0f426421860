import type { Site, SiteRiskPoint } from '#data/contract/site/siteResponses'
import { MAJOR_HAZARD_GRADE_LABELS, majorHazardGradeSchema } from '#data/domain/hazardSources'
import { BUILDING_USES } from '#data/domain/parkFeatures'
import { RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import { fourColours } from '../../site/fourColours.ts'
import { shortCode } from '../../site/plan/planPoints.ts'
import type { LabelLine, PlanWords } from '../../site/plan/planTypes.ts'

/** What is written on the sheets of a park's plan. */
export function usePlanWords(site: () => Site, floor: () => number | null) {
  const { t } = useI18n()
  const { term, words } = useTerms()
  const features = computed(
    () => new Map(site().features.features.map(({ properties }) => [properties.code, properties])),
  )
  const enterprises = computed(() => new Map(site().enterprises.map((each) => [each.code, each])))
  const levels = computed(() => fourColours(site(), floor()))

  const floorName = (each: number) =>
    each > 0 ? t('plan.floor', { n: each }) : t('plan.basement', { n: -each })
  const short = (code: string) => shortCode(code, site().park.code)
  const enterpriseName = (code: string | null) =>
    code === null ? t('riskPoint.publicArea') : (enterprises.value.get(code)?.name ?? code)
  /** `1号厂房 B01`: the name as people say it, the code as the records have it. */
  function buildingName(code: string) {
    const name = features.value.get(code)?.name
    return name ? `${name} ${short(code)}` : short(code)
  }
  function placeOf({ buildingCode, floor: at, location }: SiteRiskPoint) {
    const parts = [
      buildingCode === null ? t('plan.outdoors') : buildingName(buildingCode),
      at === null ? (buildingCode === null ? null : t('plan.floorUnknown')) : floorName(at),
      location,
    ]
    return parts.filter(Boolean).join(' · ')
  }
  const levelLine = (code: string): LabelLine[] => {
    const level = levels.value.get(code) ?? null
    return level ? [{ text: term(RISK_LEVELS[level]), level }] : []
  }
  const majorHazard = (grade: number) => {
    const known = majorHazardGradeSchema.parse(grade)
    return t('plan.majorHazard', { grade: words(MAJOR_HAZARD_GRADE_LABELS[known]) })
  }
  const planWords: PlanWords = {
    building: (code) => {
      const building = features.value.get(code)
      const facts = [
        building?.floors ? t('plan.floors', { n: building.floors }) : null,
        building?.use ? term(BUILDING_USES[building.use]) : null,
      ]
      const text = facts.filter(Boolean).join(' · ')
      return [
        { text: buildingName(code), bold: true },
        ...(text ? [{ text }] : []),
        ...levelLine(code),
      ]
    },
    unit: (code) => [
      { text: enterpriseName(features.value.get(code)?.enterpriseCode ?? null), bold: true },
      ...levelLine(code),
    ],
    majorHazard,
  }
  const levelName = (level: RiskLevel | null) =>
    level ? term(RISK_LEVELS[level]) : t('plan.noLevel')
  return {
    planWords,
    features,
    enterprises,
    levels,
    floorName,
    short,
    buildingName,
    enterpriseName,
    placeOf,
    majorHazard,
    levelName,
  }
}
