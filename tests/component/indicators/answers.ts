import type { IndicatorsAnswer, IndicatorValue } from '../../../data/contract/indicatorResponses.ts'
import type { Decision } from '../../../data/domain/decisions.ts'
import { INDICATOR_ORDER, type IndicatorKey } from '../../../data/domain/indicators.ts'

const AS_OF = '2026-11-23T09:00:00+08:00'

export const indicator = (
  key: IndicatorKey,
  rest: Partial<IndicatorValue> = {},
): IndicatorValue => ({
  ...{ key, value: 3, numerator: 3, denominator: null, gap: null, fewSamples: false },
  ...{ previous: null, difference: null, parts: [], ...rest },
})

export const itemsWith = (...changed: IndicatorValue[]): IndicatorValue[] =>
  INDICATOR_ORDER.map((key) => changed.find((item) => item.key === key) ?? indicator(key))

export const street = (code: string, name: string, ...changed: IndicatorValue[]) => ({
  ...{ code, name, kind: 'street' as const, parks: 3 },
  items: itemsWith(...changed),
})

export const answerOf = (rest: Partial<IndicatorsAnswer> = {}): IndicatorsAnswer => ({
  area: { code: '440307', name: '龙岗区', level: 'district' },
  ...{ period: 'now', asOf: AS_OF, previousAsOf: '2026-10-31T23:59:59+08:00', frozen: null },
  ...{ definitions: [], items: itemsWith(), childrenFrozen: false, children: [] },
  ...{ fictitious: true, source: '测试', ...rest },
})

export const MONTHS = {
  area: { code: '440307', name: '龙岗区', level: 'district' },
  months: Array.from({ length: 12 }, (_, index) => ({
    month: `2026-${String(index + 1).padStart(2, '0')}`,
    ...{ registered: 100 + index, closed: 90, open: 10, overdue: 7, opening: 0 },
  })),
  ...{ asOf: AS_OF, fictitious: true, source: '测试' },
}

export const decision = (rest: Partial<Decision>): Decision => ({
  ...{ id: 1, entity: 'park', code: 'DEMO-P-001', name: '榕嶂科创园', areaCode: '440307013002' },
  ...{ context: '坂田街道 › 岗头社区', parkCode: 'DEMO-P-001', kind: 'instruction' },
  ...{ text: '请街道督促整改', toUnit: '坂田街道', dueOn: '2026-11-20', answers: null },
  ...{ by: '演示区领导A01', at: '2026-11-13T08:30:00+08:00', replies: 0, overdue: true },
  ...{ fictitious: true, ...rest },
})
