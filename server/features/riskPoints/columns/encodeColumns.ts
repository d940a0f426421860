import { RISK_POINT_COLUMNS } from '#data/domain/riskPointColumns'
import type { CollectedColumns } from './collectColumns.ts'
import { encodeArrowTable } from './encodeArrowTable.ts'

/**
 * One Arrow IPC stream with one record batch, its columns as in RISK_POINT_COLUMNS.
 * @param metadata what the schema carries besides where the coordinates are
 */
export function encodeColumns(
  { rows, values, areaCodes, parkCodes }: CollectedColumns,
  metadata: Record<string, string>,
): Uint8Array {
  const dictionaries = { areaCode: areaCodes, parkCode: parkCodes }
  return encodeArrowTable(RISK_POINT_COLUMNS, { rows, values, dictionaries }, metadata)
}
