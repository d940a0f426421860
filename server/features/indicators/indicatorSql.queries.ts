import type { IndicatorPart } from '#data/domain/indicatorTerms'

/**
 * An indicator as SQL. `facts` are rows of `area_code`, `park_code`, `numerator`, `denominator` and
 * whatever `value` and `parts` are aggregated from; $1 is the instant, $2 its civil day. What is
 * not there at the instant is no fact. Severity, extended deadlines and mergers are those of now.
 */
export type IndicatorSql = {
  facts: string
  /** Of a value that is no sum and no share. */
  value?: string
  parts?: Partial<Record<IndicatorPart, string>>
  /** Rows without which nothing is connected; null: the product itself keeps the records. */
  connectedBy: string | null
}

/** The civil day of a column. */
export const dayOf = (column: string) => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`
export const START_OF = (unit: 'month' | 'quarter' | 'year') =>
  `date_trunc('${unit}', $2::date)::date`
