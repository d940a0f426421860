import { areaCodeSchema } from '#data/domain/areas'
import { parkCodeSchema } from '#data/domain/parks'
import { TRAVEL } from '#data/domain/travel'
import {
  MOST_RADIUS_METRES,
  REACH_METRES,
  SHAPE_CORNERS,
} from '#data/contract/analysis/aroundQueries'

/** Longitude and latitude in degrees WGS84. */
export type Corner = readonly [longitude: number, latitude: number]

/** What is searched around. */
export type AroundFrom =
  | { kind: 'point'; at: Corner }
  | { kind: 'park'; code: string }
  | { kind: 'shape'; corners: readonly Corner[] }

/** Everything within so many metres of something. */
export type AroundQuestion = { from: AroundFrom; radiusMetres: number }

/** Metres a minute, and the length of the way by that of the straight line: 建议值 both. */
export type TravelSettings = { speed: number; detour: number }
export const STANDARD_TRAVEL: TravelSettings = {
  speed: TRAVEL.speed.standard,
  detour: TRAVEL.detour.standard,
}

/** How far a micro fire station reaches: by the time that it takes, or in a straight line. */
export type Reach = { by: 'minutes' | 'metres'; value: number }
export const STANDARD_REACH: Reach = { by: 'minutes', value: TRAVEL.minutes.standard }

/** A shape says where; a point and a park ask for what surrounds them. */
export const STANDARD_RADIUS = { point: 500, park: 500, shape: 0 } as const satisfies Record<
  AroundFrom['kind'],
  number
>

/** Six decimals of a degree are 0.1 m. */
const degrees = (value: number) => String(Math.round(value * 1e6) / 1e6)
const cornerText = ([longitude, latitude]: Corner) => `${degrees(longitude)},${degrees(latitude)}`

/** `114.1,22.6,500` around a point, `CODE,500` around a park, `…;…;…;500` around a shape. */
export function questionText({ from, radiusMetres }: AroundQuestion): string {
  if (from.kind === 'point') return `${cornerText(from.at)},${radiusMetres}`
  if (from.kind === 'park') return `${from.code},${radiusMetres}`
  return [...from.corners.map(cornerText), radiusMetres].join(';')
}

const within = (value: number, { least, most }: { least: number; most: number }) =>
  Number.isFinite(value) && value >= least && value <= most
const isRadius = (value: number) => within(value, { least: 0, most: MOST_RADIUS_METRES })

function readCorner(text: string): Corner | null {
  const [longitude, latitude, ...rest] = text.split(',').map(Number)
  if (longitude === undefined || latitude === undefined || rest.length) return null
  const isOnEarth =
    within(longitude, { least: -180, most: 180 }) && within(latitude, { least: -90, most: 90 })
  return isOnEarth ? [longitude, latitude] : null
}

function readFrom(parts: readonly string[], isShape: boolean): AroundFrom | null {
  if (isShape) {
    const corners = parts.flatMap((part) => {
      const corner = readCorner(part)
      return corner ? [corner] : []
    })
    const isWhole = corners.length === parts.length && within(corners.length, SHAPE_CORNERS)
    return isWhole ? { kind: 'shape', corners } : null
  }
  if (parts.length === 1) {
    const code = parkCodeSchema.safeParse(parts[0]).data
    return code ? { kind: 'park', code } : null
  }
  const at = readCorner(parts.join(','))
  return at && { kind: 'point', at }
}

/** The question of a link; null for one that was cut or mistyped. */
export function readQuestion(text: string | undefined): AroundQuestion | null {
  if (!text) return null
  const isShape = text.includes(';')
  const parts = text.split(isShape ? ';' : ',')
  const radiusText = parts.pop() ?? ''
  const radiusMetres = radiusText === '' ? NaN : Number(radiusText)
  const from = readFrom(parts, isShape)
  return from && isRadius(radiusMetres) ? { from, radiusMetres } : null
}

/** `300,1.3`; nothing for the proposed values. */
export function travelText({ speed, detour }: TravelSettings): string | undefined {
  const isStandard = speed === STANDARD_TRAVEL.speed && detour === STANDARD_TRAVEL.detour
  return isStandard ? undefined : `${speed},${detour}`
}

export function readTravel(text: string | undefined): TravelSettings {
  const [speed = NaN, detour = NaN] = text?.split(',').map(Number) ?? []
  const isRight = within(speed, TRAVEL.speed) && within(detour, TRAVEL.detour)
  return isRight ? { speed, detour } : STANDARD_TRAVEL
}

export const REACH_BOUNDS = {
  minutes: TRAVEL.minutes,
  metres: REACH_METRES,
} as const satisfies Record<Reach['by'], { least: number; most: number }>

/** `440307`, with the reach behind it where it is not the proposed one: `440307,1000,metres`. */
export function coverageText(area: string, { by, value }: Reach): string {
  const isStandard = by === STANDARD_REACH.by && value === STANDARD_REACH.value
  return isStandard ? area : `${area},${value},${by}`
}

export function readCoverage(text: string | undefined): { area: string; reach: Reach } | null {
  const [code, number, by = 'minutes'] = text?.split(',') ?? []
  const area = areaCodeSchema.safeParse(code).data
  if (!area) return null
  if (number === undefined || (by !== 'minutes' && by !== 'metres')) {
    return { area, reach: STANDARD_REACH }
  }
  const reach = { by, value: Number(number) } as const
  return { area, reach: within(reach.value, REACH_BOUNDS[by]) ? reach : STANDARD_REACH }
}

/** The query of the endpoint that answers a question. */
export function aroundQueryOf({ from, radiusMetres }: AroundQuestion, travel: TravelSettings) {
  const around =
    from.kind === 'point'
      ? { longitude: degrees(from.at[0]), latitude: degrees(from.at[1]) }
      : from.kind === 'park'
        ? { park: from.code }
        : { shape: from.corners.map(cornerText).join(';') }
  return { ...around, radius: radiusMetres, ...travel }
}

export const coverageQueryOf = (area: string, { by, value }: Reach, travel: TravelSettings) => ({
  area,
  ...(by === 'metres' ? { reach: value } : { minutes: value }),
  ...travel,
})
