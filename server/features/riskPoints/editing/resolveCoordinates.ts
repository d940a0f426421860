import type { CoordinatesInput } from '#data/contract/bodies'
import { COORDINATE_PROBLEMS } from '#data/geodesy/coordinateProblems'
import { COORDINATE_SYSTEMS, toWgs84 } from '#data/geodesy/coordinateSystems'
import { parseCoordinates, type Coordinates as Degrees } from '#data/geodesy/parseCoordinates'
import type { Queryable } from '../../../db/Db.ts'
import { refused } from '../../../http/problems.ts'
import { measureOutsideDistrict, type RiskPointFacts } from '../riskPointWrites.queries.ts'

type Coordinates = Pick<
  RiskPointFacts,
  'longitude' | 'latitude' | 'coordinateOrigin' | 'coordinateErrorMetres' | 'coordinateInput'
>

const NO_COORDINATES: Coordinates = {
  longitude: null,
  latitude: null,
  coordinateOrigin: null,
  coordinateErrorMetres: null,
  coordinateInput: null,
}

/** The outline of the district is schematic: so far outside it a point is still believed. */
const TOLERANCE_METRES = 500
/** What a position is believed to be wrong by where nobody says (建议值: no official source). */
const USUAL_ERROR_METRES = 10

/**
 * A position as typed becomes WGS84 degrees; what was typed and its system are kept.
 * @throws HttpProblem 422 for what is no position, and for one outside the district
 */
export async function resolveCoordinates(
  transaction: Queryable,
  input: CoordinatesInput | null,
): Promise<Coordinates> {
  if (input === null) return NO_COORDINATES
  const typed = 'text' in input ? parseText(input.text) : input
  checkRange(typed)
  const converted = toWgs84(typed, input.system)
  // A nanodegree is a tenth of a millimetre: what conversion leaves beyond is noise.
  const longitude = Number(converted.longitude.toFixed(9))
  const latitude = Number(converted.latitude.toFixed(9))
  await requireInDistrict(transaction, longitude, latitude)
  const conversionError = COORDINATE_SYSTEMS[input.system].conversionErrorMetres
  return {
    longitude,
    latitude,
    coordinateOrigin: input.system,
    coordinateErrorMetres: (input.errorMetres ?? USUAL_ERROR_METRES) + conversionError,
    coordinateInput:
      'text' in input
        ? input.text
        : input.system === 'wgs84'
          ? null
          : `${input.longitude}, ${input.latitude}`,
  }
}

function parseText(text: string): Degrees {
  const parsed = parseCoordinates(text)
  if (parsed.kind === 'read') return parsed
  throw refused('coordinates', COORDINATE_PROBLEMS[parsed.problem])
}

function checkRange({ longitude, latitude }: Degrees): void {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return
  const isSwapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90
  throw refused('coordinates', {
    'zh-CN': isSwapped
      ? '纬度超过90度:经度和纬度可能填反了。请先经度、后纬度。'
      : '经度须在±180度内,纬度须在±90度内。请核对数值和单位(度)。',
    en: isSwapped
      ? 'The latitude is above 90 degrees: longitude and latitude seem swapped; longitude comes first.'
      : 'Longitude lies within ±180 and latitude within ±90 degrees: check the values and their unit.',
  })
}

async function requireInDistrict(
  transaction: Queryable,
  longitude: number,
  latitude: number,
): Promise<void> {
  const metres = await measureOutsideDistrict(transaction, longitude, latitude)
  if (metres <= TOLERANCE_METRES) return
  const kilometres = (metres / 1000).toFixed(1)
  throw refused('coordinates', {
    'zh-CN': `该位置在龙岗区外 ${kilometres} km。请核对经纬度次序、小数点和坐标系(高德、腾讯用 GCJ-02,百度用 BD-09)。`,
    en: `The position lies ${kilometres} km outside Longgang: check the order of longitude and latitude, the decimal point and the coordinate system.`,
  })
}
