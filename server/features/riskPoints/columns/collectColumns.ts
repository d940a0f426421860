import { setImmediate } from 'node:timers/promises'
import type { RiskPointColumn } from '#data/domain/riskPointColumns'
import type { ColumnChunk, ColumnPark } from '../columns.queries.ts'
import { fromBigEndian, type ArrayType, type TypedArray, type WideArray } from './typedArrays.ts'

/** Values of every risk point, row by row in the order of the answer; codes as dictionary indices. */
type ColumnValues = Record<RiskPointColumn, TypedArray> & {
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
 * resemble each other, which is what compression lives on. Other requests get their turn between
 * two columns: a million rows take 0.2 s in all.
 * @throws RangeError with more parks than a dictionary index can tell apart, or when a column has
 * not one value a row
 */
export async function collectColumns(
  chunks: readonly ColumnChunk[],
  parks: readonly ColumnPark[],
): Promise<CollectedColumns> {
  if (parks.length > MOST_PARKS) throw new RangeError(`More than ${MOST_PARKS} parks`)
  const parkIndex = joinChunks(chunks, 'parkIndex', Uint16Array)
  const order = rowOrder(parkIndex, joinChunks(chunks, 'level', Uint16Array))
  const take = async <S extends WideArray, T extends TypedArray>(
    column: keyof ColumnChunk,
    Source: ArrayType<S>,
    Target: ArrayType<T>,
  ): Promise<T> => {
    await setImmediate()
    return reorder(joinChunks(chunks, column, Source), order, Target)
  }
  const areaCodes = [...new Set(parks.map(({ areaCode }) => areaCode))]
  const areaOfPark = parks.map(({ areaCode }) => areaCodes.indexOf(areaCode))
  const parkCode = reorder(parkIndex, order, Uint16Array)
  const values: ColumnValues = {
    id: await take('id', Uint32Array, Uint32Array),
    longitude: await take('longitude', Float32Array, Float32Array),
    latitude: await take('latitude', Float32Array, Float32Array),
    level: await take('level', Uint16Array, Uint8Array),
    accidentType: await take('accidentType', Uint16Array, Uint8Array),
    areaCode: parkCode.map((park) => areaOfPark[park] as number),
    parkCode,
    score: await take('score', Float32Array, Float32Array),
    reviewDueDay: await take('reviewDueDay', Uint32Array, Uint16Array),
    hazardSources: await take('hazardSources', Uint16Array, Uint8Array),
    majorHazardGrade: await take('majorHazardGrade', Uint16Array, Uint8Array),
    highRiskClass: await take('highRiskClass', Uint16Array, Uint8Array),
    openHiddenDangers: await take('openHiddenDangers', Uint16Array, Uint16Array),
    overdueHiddenDangers: await take('overdueHiddenDangers', Uint16Array, Uint16Array),
    enterprise: await take('enterprise', Uint32Array, Uint32Array),
    headcount: await take('headcount', Uint32Array, Uint32Array),
    enterpriseHiddenDangers: await take('enterpriseHiddenDangers', Uint16Array, Uint16Array),
    validFromDay: await take('validFromDay', Uint32Array, Uint16Array),
  }
  const parkCodes = parks.map(({ code }) => code)
  return { rows: order.length, values, areaCodes, parkCodes }
}

/** Numbers of the rows by park, then level; equal ones stay in the order they came in, by id. */
function rowOrder(park: Uint16Array, level: Uint16Array): Uint32Array {
  const keys = new Float64Array(park.length)
  for (let row = 0; row < keys.length; row++) {
    keys[row] = ((park[row] as number) * 8 + (level[row] as number)) * ROW_RANGE + row
  }
  keys.sort()
  const order = new Uint32Array(keys.length)
  for (let place = 0; place < order.length; place++) {
    order[place] = (keys[place] as number) % ROW_RANGE
  }
  return order
}

function reorder<T extends TypedArray>(
  source: TypedArray,
  order: Uint32Array,
  Target: ArrayType<T>,
): T {
  const target = new Target(order.length)
  for (let row = 0; row < order.length; row++) {
    target[row] = source[order[row] as number] as number
  }
  return target
}

/**
 * One column of all chunks.
 * @throws RangeError when a value is missing: string_agg skips a NULL, and every later value of the
 * chunk would move to another risk point
 */
function joinChunks<T extends WideArray>(
  chunks: readonly ColumnChunk[],
  column: keyof ColumnChunk,
  Target: ArrayType<T>,
): T {
  const width = Target.BYTES_PER_ELEMENT
  const parts = chunks.map((chunk) => {
    const part = chunk[column] as Uint8Array
    if (part.length === chunk.rows * width) return part
    throw new RangeError(
      `The column ${column} has ${part.length / width} values for ${chunk.rows} risk points up to id ${chunk.lastId}`,
    )
  })
  return fromBigEndian(parts, Target)
}
