import type { Position } from '../../domain/areas.ts'
import type { TourStep } from '../../domain/tours.ts'
import { createFrame } from '../plane.ts'
import type { DemoDistrict, DemoPark, DemoParkFeature } from '../types.ts'
import { createRectifications } from './createRectifications.ts'
import { geometryMetres, middleOf } from './geometryMetres.ts'
import { siteFiguresOf } from './siteFigures.ts'
import { tourStops, type Stop, type TourFacts } from './tourStops.ts'

export type DemoTour = { parkCode: string; steps: TourStep[] }

/** Metres of a pixel at zoom 0 on the equator, of tiles of 512 pixels. */
const METRES_PER_PIXEL = 78_271.517
/** Pixels that the park takes across a screen of 1366 by 768. */
const PARK_PIXELS = 560
const NEAREST = 18.4

/** A walk through each demonstration park: from its gate over the whole site to the notice board. */
export function createTours(district: DemoDistrict): DemoTour[] {
  const rectifications = createRectifications(district)
  const points = district.sitePoints()
  return district.parks
    .filter(({ demonstration }) => demonstration)
    .map((park) => {
      const features = district.parkFeatures.filter(({ parkCode }) => parkCode === park.code)
      const facts: TourFacts = {
        park,
        features,
        figures: siteFiguresOf(district, park.code, features),
        points: points.filter(({ parkCode }) => parkCode === park.code),
        rectifications: rectifications.filter(({ parkCode }) => parkCode === park.code),
      }
      const bearing = axisOf(features)
      return {
        parkCode: park.code,
        steps: tourStops(facts).map((stop) => stepOf(stop, park, bearing)),
      }
    })
}

function stepOf(stop: Stop, park: DemoPark, axis: number): TourStep {
  const { feature, turn, near, ...told } = stop
  const whole = zoomOf(park)
  const [longitude, latitude] = feature && near > 0 ? middleOf(feature.geometry) : park.labelPoint
  return {
    ...told,
    longitude: rounded(longitude, 7),
    latitude: rounded(latitude, 7),
    zoom: rounded(whole + (NEAREST - whole) * near, 2),
    bearing: rounded(turned(axis + turn), 1),
    featureCode: feature?.code ?? null,
  }
}

/** The zoom at which the park fills the middle of a screen. */
function zoomOf({ geometry }: DemoPark): number {
  const ring = geometry.coordinates[0]!
  const { toVector } = createFrame(ring[0]!, 0)
  const vectors = ring.map(toVector)
  const extent = (axis: 0 | 1) =>
    Math.max(...vectors.map((each) => each[axis])) - Math.min(...vectors.map((each) => each[axis]))
  const metres = Math.max(extent(0), extent(1))
  const scale = METRES_PER_PIXEL * Math.cos((ring[0]![1] * Math.PI) / 180)
  return Math.log2((scale * PARK_PIXELS) / metres)
}

/** Degrees clockwise from north in which the main road leads from the gate. */
function axisOf(features: readonly DemoParkFeature[]): number {
  const gate = features.find(({ kind }) => kind === 'gate')!
  const road = features
    .filter(({ kind }) => kind === 'road')
    .reduce((a, b) => (geometryMetres(b.geometry) > geometryMetres(a.geometry) ? b : a))
  const from = middleOf(gate.geometry)
  const [east, north] = createFrame(from, 0).toVector(farEnd(road, from))
  return (Math.atan2(east, north) * 180) / Math.PI
}

function farEnd({ geometry }: DemoParkFeature, from: Position): Position {
  if (geometry.type !== 'LineString') return from
  const { toVector } = createFrame(from, 0)
  const ends = [geometry.coordinates[0]!, geometry.coordinates.at(-1)!]
  return ends.reduce((a, b) => (Math.hypot(...toVector(b)) > Math.hypot(...toVector(a)) ? b : a))
}

/** The same direction between -180 and 180 degrees. */
const turned = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180

const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals
