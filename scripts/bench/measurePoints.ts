import type { Bounds } from '../../client/stores/camera.ts'
import { countRows } from '../../client/analysis/countRows.ts'
import { EMPTY_FILTER, filterRows, type PointFilter } from '../../client/analysis/pointFilter.ts'
import { createPointIndex } from '../../client/analysis/pointIndex.ts'
import { decodeRiskPointTable } from '../../client/analysis/riskPointTable.ts'
import { selectMarks } from '../../client/analysis/selectMarks.ts'
import { encodeRiskPoints } from './encodeRiskPoints.ts'
import {
  countByCode,
  countLevels,
  isInAreaPlainly,
  parseGeoJson,
  passesPlainly,
  plainPoints,
  toGeoJsonText,
  type PlainPoint,
} from './straightforwardPoints.ts'
import { SYNTHETIC_BOUNDS, syntheticRiskPoints } from './syntheticRiskPoints.ts'

/** Medians in milliseconds of the columns and of the straightforward way, and how they compare. */
type StepFigures = { step: string; columns: number; plain: number; ratio: number }
export type PointFigures = {
  points: number
  columnBytes: number
  jsonBytes: number
  steps: StepFigures[]
}

/** One street, two levels of four, overdue: what a person at work filters. */
const FILTER: PointFilter = {
  ...EMPTY_FILTER,
  areaCode: '440307003',
  levels: ['major', 'general'],
  reviewOverdueOnly: true,
  today: 20_780,
}
const STREET_ZOOM = 12.5
/** About a street's part of the district, as its view shows. */
const STREET_VIEW: Bounds = [114.2, 22.65, 114.35, 22.75]

function median(milliseconds: number[]): number {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Runs both in turn, so that a busy machine slows both; the first round only warms up. */
function compare(step: string, rounds: number, columns: () => unknown, plain: () => unknown) {
  const times = Array.from({ length: rounds + 1 }, () => [timed(columns), timed(plain)] as const)
  const [ours, theirs] = [0, 1].map((side) => median(times.slice(1).map((pair) => pair[side]!)))
  return { step, columns: ours!, plain: theirs!, ratio: theirs! / ours! }
}

const isInView = ({ position }: PlainPoint, [west, south, east, north]: Bounds) =>
  position !== null &&
  position[0] >= west &&
  position[0] <= east &&
  position[1] >= south &&
  position[1] <= north

/** What is drawn of a street, written as usual: the higher levels, the others grouped by cell. */
function selectPlainly(points: PlainPoint[]) {
  const inView = points.filter((point) => isInView(point, STREET_VIEW))
  const drawn = inView.filter(({ level }) => level === 'major' || level === 'larger')
  const cells = new Map<string, PlainPoint[]>()
  for (const point of inView.filter(({ level }) => level === 'general' || level === 'low')) {
    const [longitude, latitude] = point.position!
    const key = `${Math.floor(longitude / 0.0125)} ${Math.floor(latitude / 0.0115)}`
    cells.set(key, [...(cells.get(key) ?? []).slice(-1), point])
  }
  return { drawn, cells }
}

function nearestPlainly(points: PlainPoint[], longitude: number, latitude: number) {
  const distance = ({ position }: PlainPoint) =>
    Math.hypot(position![0] - longitude, position![1] - latitude)
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best))
}

/** Every step at so many points, columns and plain objects side by side. */
export function measurePoints(points: number, rounds: number): PointFigures {
  const synthetic = syntheticRiskPoints(points)
  const bytes = encodeRiskPoints(synthetic)
  const text = toGeoJsonText(plainPoints(synthetic))
  const table = decodeRiskPointTable(bytes)
  const plain = parseGeoJson(text)
  const rows = filterRows(table, EMPTY_FILTER)
  const view = { table, rows, bbox: STREET_VIEW, zoom: STREET_ZOOM, showAll: false }
  const marks = selectMarks({ ...view, scale: 'park', bbox: SYNTHETIC_BOUNDS })
  const drawn = plain.filter(({ position }) => position).slice(0, marks.drawn)
  const index = createPointIndex(marks)
  const [longitude, latitude] = [114.3, 22.7]
  const steps = [
    compare(
      'decode',
      rounds,
      () => decodeRiskPointTable(bytes),
      () => parseGeoJson(text),
    ),
    compare(
      'filter',
      rounds,
      () => filterRows(table, FILTER),
      () => plain.filter((point) => isInAreaPlainly(point, FILTER) && passesPlainly(point, FILTER)),
    ),
    compare(
      'filter, all pass',
      rounds,
      () => filterRows(table, EMPTY_FILTER),
      () => plain.filter((point) => passesPlainly(point, EMPTY_FILTER)),
    ),
    compare(
      'count',
      rounds,
      () => countRows(table, EMPTY_FILTER),
      () => [countLevels(plain), countByCode(plain)],
    ),
    compare(
      'select street',
      rounds,
      () => selectMarks({ ...view, scale: 'street' }),
      () => selectPlainly(plain),
    ),
    compare(
      'select district',
      rounds,
      () => selectMarks({ ...view, scale: 'district', bbox: SYNTHETIC_BOUNDS }),
      () => plain.filter((point) => point.level === 'major' && isInView(point, SYNTHETIC_BOUNDS)),
    ),
    compare(
      'select all, thinned',
      rounds,
      () => selectMarks({ ...view, scale: 'park', bbox: SYNTHETIC_BOUNDS }),
      () => plain.filter((point) => isInView(point, SYNTHETIC_BOUNDS)).slice(0, 30_000),
    ),
    compare(
      'index of marks',
      rounds,
      () => createPointIndex(marks),
      () => drawn.map((point) => ({ ...point })),
    ),
    compare(
      'nearest mark',
      rounds,
      () => index.nearest(longitude, latitude, 12, 15),
      () => nearestPlainly(drawn, longitude, latitude),
    ),
  ]
  return { points, columnBytes: bytes.byteLength, jsonBytes: text.length, steps }
}
