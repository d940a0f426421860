import { COORDINATE_PROBLEMS } from '#data/geodesy/coordinateProblems'
import { toWgs84 } from '#data/geodesy/coordinateSystems'
import { parseCoordinates } from '#data/geodesy/parseCoordinates'
import type { Labels } from '#data/domain/locales'
import type { CoordinatesDraft } from './draft.ts'

/** What a typed position says: degrees WGS84, nothing, or why it cannot be read. */
export type ReadPosition =
  | { kind: 'none' }
  | { kind: 'problem'; sentence: Labels }
  | {
      kind: 'read'
      longitude: number
      latitude: number
      /** The latitude came first, as no field of ours asks for. */
      latitudeFirst: boolean
    }

/** No longitude of China is below this, no latitude above. */
const BETWEEN_LATITUDE_AND_LONGITUDE = 60

export function readPosition({ system, text }: CoordinatesDraft): ReadPosition {
  if (text.trim() === '') return { kind: 'none' }
  const parsed = parseCoordinates(text)
  if (parsed.kind === 'problem') {
    return { kind: 'problem', sentence: COORDINATE_PROBLEMS[parsed.problem] }
  }
  const { longitude, latitude } = toWgs84(parsed, system)
  const firstNumber = Number(/\d+/.exec(text)?.[0])
  return {
    kind: 'read',
    longitude,
    latitude,
    latitudeFirst: firstNumber < BETWEEN_LATITUDE_AND_LONGITUDE,
  }
}
