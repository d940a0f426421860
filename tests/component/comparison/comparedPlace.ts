import type { ComparedPlace } from '#data/contract/analysis/comparisonSchemas'

const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  month: `2026-${String(index + 1).padStart(2, '0')}`,
  registered: 10,
  closed: 9,
  open: 20 + index,
  overdue: 3,
  opening: 19 + index,
}))

/** A street with round figures; what is not said is plain. */
export function comparedPlace(part: Partial<ComparedPlace> = {}): ComparedPlace {
  return {
    code: '440307017',
    name: '横岗街道',
    kind: 'street',
    context: '',
    areaCode: '440307017',
    officialAreaKm2: 20,
    headcount: 5000,
    figures: {
      riskPoints: { total: 1000, major: 10, larger: 40, general: 250, low: 700 },
      riskValue: 60,
      overdueReviews: 0,
      missingCoordinates: 0,
      hazardSources: 12,
      majorHazardSources: 1,
      parks: 30,
      demonstrationParks: 1,
      enterprises: 200,
      openHiddenDangers: 50,
      overdueHiddenDangers: 5,
      openMajorHiddenDangers: 2,
      overdueMajorHiddenDangers: 1,
      dueHiddenDangers: 100,
      closedInTime: 90,
      campaignTargets: 40,
      campaignAccepted: 10,
    },
    indicators: [
      {
        key: 'overdueRate',
        value: 10,
        numerator: 5,
        denominator: 50,
        gap: null,
        fewSamples: false,
      },
      {
        key: 'onTimeRate',
        value: 90,
        numerator: 90,
        denominator: 100,
        gap: null,
        fewSamples: false,
      },
    ],
    months: MONTHS,
    campaigns: [
      {
        code: 'ZX-001',
        kind: 'dust',
        name: '粉尘专项',
        timeProgress: 0.5,
        targets: 40,
        accepted: 10,
      },
    ],
    ...part,
  }
}
