import type { RiskPointColumn } from '#data/domain/riskPointColumns'
import type { ColumnChunk, ColumnPark } from '../columns.queries.ts'

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Float32Array

/** Values of every risk point, row by row in the order of the answer; codes as dictionary indices. */
export type ColumnValues = Record<RiskPointColumn, TypedArray> & {
  id: Uint32Array
  longitude: Float32Array
  latitude: Float32Array
  areaCode: Uint16Array
  parkCode: Uint16Array
}
export type CollectedColumns = {
  rows: number
  values: ColumnValues
  areaCodes: string[]
  parkCodes: string[]
}

/** Positions in a dictionary are 16 bits wide. */
const MOST_PARKS = 65_536
/** Above the row's own number, so that park, level and row sort as one number below 2^53. */
const ROW_RANGE = 2 ** 32

/**
 * Joins the chunks and orders their rows by area, park, level and id: neighbours in that order
 * resemble each other, which is what compression lives on.
 * @throws RangeError with more parks than a dictionary index can tell apart
 */
export function collectColumns(
  chunks: readonly ColumnChunk[],
  parks: readonly ColumnPark[],
): CollectedColumns {
  if (parks.length > MOST_PARKS) throw new RangeError(`More than ${MOST_PARKS} parks`)
  const uint16 = (column: keyof ColumnChunk) => joinChunks(chunks, column, 2, readUint16)
  const uint32 = (column: keyof ColumnChunk) => joinChunks(chunks, column, 4, readUint32)
  const float32 = (column: keyof ColumnChunk) => joinChunks(chunks, column, 4, readFloat32)
  const parkCode = uint16('parkIndex')
  const level = uint16('level')
  const order = rowOrder(parkCode, level)
  const areaCodes = [...new Set(parks.map(({ areaCode }) => areaCode))]
  const areaOfPark = Uint16Array.from(parks, ({ areaCode }) => areaCodes.indexOf(areaCode))
  const id = uint32('id')
  const values: ColumnValues = {
    id: reorder(id, order, Uint32Array),
    longitude: reorder(float32('longitude'), order, Float32Array),
    latitude: reorder(float32('latitude'), order, Float32Array),
    level: reorder(level, order, Uint8Array),
    accidentType: reorder(uint16('accidentType'), order, Uint8Array),
    areaCode: Uint16Array.from(order, (row) => areaOfPark[parkCode[row] as number] as number),
    parkCode: reorder(parkCode, order, Uint16Array),
    score: reorder(float32('score'), order, Float32Array),
    reviewDueDay: reorder(uint32('reviewDueDay'), order, Uint16Array),
    hazardSources: reorder(uint16('hazardSources'), order, Uint8Array),
    majorHazardGrade: reorder(uint16('majorHazardGrade'), order, Uint8Array),
    highRiskClass: reorder(uint16('highRiskClass'), order, Uint8Array),
    // Recorded from a later issue on.
    openHiddenDangers: new Uint16Array(id.length),
  }
  return { rows: id.length, values, areaCodes, parkCodes: parks.map(({ code }) => code) }
}

/** Numbers of the rows by park, then level; equal ones stay in the order they came in, by id. */
function rowOrder(park: Uint16Array, level: Uint16Array): Uint32Array {
  const keys = new Float64Array(park.length)
  for (let row = 0; row < keys.length; row++) {
    keys[row] = ((park[row] as number) * 8 + (level[row] as number)) * ROW_RANGE + row
  }
  keys.sort()
  return Uint32Array.from(keys, (key) => key % ROW_RANGE)
}

function reorder<T extends TypedArray>(
  source: TypedArray,
  order: Uint32Array,
  Target: new (length: number) => T,
): T {
  const target = new Target(order.length)
  for (let row = 0; row < order.length; row++) {
    target[row] = source[order[row] as number] as number
  }
  return target
}

function joinChunks<T extends TypedArray>(
  chunks: readonly ColumnChunk[],
  column: keyof ColumnChunk,
  width: number,
  read: (bytes: Buffer) => T,
): T {
  const parts = chunks.map((chunk) => chunk[column] as Uint8Array)
  const bytes = Buffer.alloc(parts.reduce((total, part) => total + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  if (bytes.length % width !== 0) throw new RangeError(`${column} is not made of ${width} bytes`)
  return read(bytes)
}

/** PostgreSQL sends the highest byte first, typed arrays have it last on every machine we run on. */
function readUint16(bytes: Buffer): Uint16Array {
  bytes.swap16()
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
}

function readUint32(bytes: Buffer): Uint32Array {
  bytes.swap32()
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

function readFloat32(bytes: Buffer): Float32Array {
  bytes.swap32()
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}
