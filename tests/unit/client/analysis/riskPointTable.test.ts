import fc from 'fast-check'
import {
  Float32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  type Data,
} from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { RISK_POINT_COLUMNS, type RiskPointColumn } from '#data/domain/riskPointColumns'
import { decodeRiskPointTable, hasCoordinates } from '../../../../client/analysis/riskPointTable.ts'
import { encodeRiskPoints } from '../../../../scripts/bench/encodeRiskPoints.ts'
import { syntheticRiskPoints } from '../../../../scripts/bench/syntheticRiskPoints.ts'
import { encodeColumns } from '../../../../server/features/riskPoints/columns/encodeColumns.ts'
import { tableArbitrary, tableOf } from './tableArbitrary.ts'

const COLUMNS = Object.keys(RISK_POINT_COLUMNS) as RiskPointColumn[]

/** The same answer with its columns replaced, as a broken server might send it. */
function rebuilt(bytes: ArrayBuffer, change: (name: string, data: Data) => Data | null) {
  const [batch] = tableFromIPC(new Uint8Array(bytes)).batches
  const kept = batch!.schema.fields.flatMap((field, index) => {
    const data = change(field.name, batch!.data.children[index]!)
    return data ? [{ field: field.clone({ type: data.type }), data }] : []
  })
  const fields = kept.map(({ field }) => field)
  const children = kept.map(({ data }) => data)
  const struct = makeData({ type: new Struct(fields), children, length: batch!.numRows })
  const schema = new Schema(fields)
  return new Table(schema, [new RecordBatch(schema, struct)])
}

const bytesOf = (table: Table) => tableToIPC(table, 'stream').slice().buffer

describe('decodeRiskPointTable', () => {
  it('reads back every column, and NaN for every null', () => {
    fc.assert(
      fc.property(tableArbitrary, (table) => {
        const decoded = decodeRiskPointTable(encodeRiskPoints(table))
        expect(decoded).toEqual(table)
      }),
    )
  })

  it('copies no column: all of them are views of the answer', () => {
    const bytes = encodeRiskPoints(syntheticRiskPoints(1000))
    const decoded = decodeRiskPointTable(bytes)
    for (const name of COLUMNS) {
      const column = decoded[name]
      expect('indices' in column ? column.indices.buffer : column.buffer, name).toBe(bytes)
    }
  })

  it('goes by the validity bitmap, not by the number that a null covers', () => {
    const table = tableOf([{ longitude: NaN }, { latitude: NaN }, {}])
    const bytes = encodeRiskPoints(table)
    const covered = tableFromIPC(new Uint8Array(bytes.slice(0))).getChild('longitude')!.data[0]!
    expect(covered.values[0]).toBe(0)
    const decoded = decodeRiskPointTable(bytes)
    expect([...decoded.longitude].map(Number.isNaN)).toEqual([true, false, false])
    expect([0, 1, 2].map((row) => hasCoordinates(decoded, row))).toEqual([false, false, true])
  })

  it('reads what our server writes', () => {
    const { length, dataVersion, asOf, withoutPoint, ...columns } = syntheticRiskPoints(500)
    const { areaCode, parkCode, ...values } = columns
    const bytes = encodeColumns(
      {
        rows: length,
        values: { ...values, areaCode: areaCode.indices, parkCode: parkCode.indices },
        areaCodes: [...areaCode.values],
        parkCodes: [...parkCode.values],
      },
      {
        dataVersion,
        asOf,
        openHiddenDangersWithoutPoint: String(withoutPoint.open),
        overdueHiddenDangersWithoutPoint: String(withoutPoint.overdue),
      },
    )
    const decoded = decodeRiskPointTable(bytes.slice().buffer)
    expect(decoded).toEqual({ length, dataVersion, asOf, withoutPoint, ...columns })
  })

  it('reads an answer without points', () => {
    const decoded = decodeRiskPointTable(encodeRiskPoints(tableOf([])))
    expect(decoded.length).toBe(0)
    expect(decoded.level).toHaveLength(0)
  })

  it('has no version where the answer names none', () => {
    const table = rebuilt(encodeRiskPoints(tableOf([{}])), (_, data) => data)
    expect(decodeRiskPointTable(bytesOf(table))).toMatchObject({
      dataVersion: '',
      asOf: '',
      withoutPoint: { open: 0, overdue: 0 },
    })
  })

  it.each([
    ['without a column', 'score', () => null, /without their column score/],
    [
      'of another type',
      'level',
      () => makeData({ type: new Float32(), data: new Float32Array(2) }),
      /column level .* not of the type uint8/,
    ],
    [
      'with a null where none may be',
      'level',
      (data: Data) =>
        makeData({
          ...data,
          nullCount: 1,
          nullBitmap: Uint8Array.of(1),
          data: data.values,
        } as never),
      /column level .* has nulls/,
    ],
    [
      'with a fifth level',
      'level',
      (data: Data) => makeData({ type: data.type, data: Uint8Array.of(1, 5) } as never),
      /levels 1 to 5/,
    ],
    [
      'with a code outside the dictionary',
      'areaCode',
      (data: Data) =>
        makeData({
          type: data.type,
          data: Uint16Array.of(0, 9),
          dictionary: data.dictionary,
        } as never),
      /code that the dictionary does not have/,
    ],
  ])('refuses an answer %s', (_, column, change: (data: Data) => Data | null, message) => {
    const table = rebuilt(encodeRiskPoints(tableOf([{}, {}])), (name, data) =>
      name === column ? change(data) : data,
    )
    expect(() => decodeRiskPointTable(bytesOf(table))).toThrow(message)
  })

  it('refuses more than one batch and bytes that are no Arrow', () => {
    const [batch] = tableFromIPC(new Uint8Array(encodeRiskPoints(tableOf([{}])))).batches
    expect(() => decodeRiskPointTable(bytesOf(new Table([batch!, batch!])))).toThrow(/2 batches/)
    const text = new TextEncoder().encode('<!doctype html><title>Sign in</title>')
    expect(() => decodeRiskPointTable(text.slice().buffer)).toThrow()
  })
})
