import { RISK_POINT_COLUMNS } from '#data/domain/riskPointColumns'
import { decodeArrowColumns, type ColumnsOf } from './arrowColumns.ts'

export type { DictionaryColumn } from './arrowColumns.ts'

/** Every risk point as columns, read in place from the answer; a row is an index into all of them. */
export type RiskPointTable = ColumnsOf<typeof RISK_POINT_COLUMNS> & {
  readonly length: number
  /** Position in the change feed that the rows are true for; empty when the answer names none. */
  readonly dataVersion: string
  /** Instant that the rows are true for, ISO 8601; empty when the answer names none. */
  readonly asOf: string
  /** Open hidden dangers at none of the points, and of no enterprise with a located one. */
  readonly withoutPoint: { readonly open: number; readonly overdue: number }
}

/**
 * Reads the answer of `/api/risk-points.arrow` (one record batch) without copying: a million
 * points in a few milliseconds. Coordinates are NaN where the point has none.
 * @throws Error, TypeError or RangeError when the bytes are not the columns of the contract.
 */
export function decodeRiskPointTable(bytes: ArrayBuffer): RiskPointTable {
  const { length, columns, metadata } = decodeArrowColumns(bytes, RISK_POINT_COLUMNS)
  return {
    ...columns,
    length,
    dataVersion: metadata.get('dataVersion') ?? '',
    asOf: metadata.get('asOf') ?? '',
    withoutPoint: {
      open: Number(metadata.get('openHiddenDangersWithoutPoint') ?? 0),
      overdue: Number(metadata.get('overdueHiddenDangersWithoutPoint') ?? 0),
    },
  }
}

/** False for a point without coordinates: it is listed and counted, never drawn or bounded. */
export function hasCoordinates({ longitude, latitude }: RiskPointTable, row: number): boolean {
  return Number.isFinite(longitude[row]) && Number.isFinite(latitude[row])
}
