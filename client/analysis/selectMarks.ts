import { RISK_LEVEL_ORDER, type RiskLevel } from '#data/domain/riskLevels'
import type { Bounds } from '../stores/camera.ts'
import type { Scale } from '../map/scale.ts'
import { clusterGrid, clusterRows } from './clusterRows.ts'
import {
  MAX_MARKS,
  type HazardMarks,
  type Marks,
  type MarksRequest,
  type PointMarks,
} from './marks.ts'
import type { RiskPointTable } from './riskPointTable.ts'
import { thinRows } from './thinRows.ts'

/** Semantic zoom (UX.md): the lowest rank that a scale draws one by one. */
const LOWEST_RANK_DRAWN: Record<Scale, number> = { district: 1, street: 2, community: 4, park: 4 }
const EVERY_RANK = RISK_LEVEL_ORDER.length

type Divided = { oneByOne: Uint32Array; rest: Uint32Array }

/**
 * The rows in view: those to be drawn one by one, and the others. NaN fails every comparison, so a
 * point without coordinates is never in view. Both parts share one buffer, filled from its ends.
 */
function divideRows({ table, rows }: MarksRequest, bounds: Bounds, lowestRank: number): Divided {
  const { longitude, latitude, level } = table
  const [west, south, east, north] = bounds
  const inView = new Uint32Array(rows.length)
  let front = 0
  let back = rows.length
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!
    const x = longitude[row]!
    const y = latitude[row]!
    if (!(x >= west && x <= east && y >= south && y <= north)) continue
    if (level[row]! <= lowestRank) {
      inView[front] = row
      front += 1
    } else {
      back -= 1
      inView[back] = row
    }
  }
  return { oneByOne: inView.subarray(0, front), rest: inView.subarray(back) }
}

type RowsByLevel = Record<RiskLevel, Uint32Array>

/** Sorts rows into the four levels, each in the order they came. */
function splitByLevel(table: RiskPointTable, rows: Uint32Array): RowsByLevel {
  const counts = new Uint32Array(EVERY_RANK + 1)
  for (let index = 0; index < rows.length; index += 1) counts[table.level[rows[index]!]!]! += 1
  const parts = RISK_LEVEL_ORDER.map((_, index) => new Uint32Array(counts[index + 1]!))
  counts.fill(0)
  for (let index = 0; index < rows.length; index += 1) {
    const rank = table.level[rows[index]!]!
    parts[rank - 1]![counts[rank]!] = rows[index]!
    counts[rank]! += 1
  }
  const [major, larger, general, low] = parts as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  return { major, larger, general, low }
}

const noRows = new Uint32Array(0)

function concatenate(first: Uint32Array, second: Uint32Array): Uint32Array {
  if (second.length === 0) return first
  const both = new Uint32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

function pointMarks({ table, heights }: MarksRequest, rows: Uint32Array): PointMarks {
  const positions = new Float32Array(rows.length * 2)
  for (let index = 0; index < rows.length; index += 1) {
    positions[index * 2] = table.longitude[rows[index]!]!
    positions[index * 2 + 1] = table.latitude[rows[index]!]!
  }
  // A copy of its own: the arrays are transferred, and a view would take the whole scratch along.
  const own = rows.slice()
  if (!heights) return { positions, rows: own }
  return {
    positions,
    rows: own,
    heights: Float32Array.from(own, (row) => heights.get(table.id[row]!) ?? 0),
  }
}

function hazardMarks(request: MarksRequest, byLevel: RowsByLevel): HazardMarks {
  const { table } = request
  const { hazardSources, majorHazardGrade } = table
  const drawn = RISK_LEVEL_ORDER.map((level) => byLevel[level]).reduce(concatenate, noRows)
  const ordinary = drawn.filter((row) => hazardSources[row]! > 0 && majorHazardGrade[row] === 0)
  const major = drawn.filter((row) => majorHazardGrade[row]! > 0)
  const rows = concatenate(ordinary, major)
  return {
    ...pointMarks(request, rows),
    level: Uint8Array.from(rows, (row) => table.level[row]!),
    majorHazardGrade: Uint8Array.from(rows, (row) => majorHazardGrade[row]!),
    majorFrom: ordinary.length,
  }
}

/** Highest levels first; the level that no longer fits whole is thinned, what follows left out. */
function withinBudget(table: RiskPointTable, wanted: RowsByLevel, budget: number): RowsByLevel {
  let room = budget
  const kept = { ...wanted }
  for (const level of RISK_LEVEL_ORDER) {
    kept[level] = thinRows(table.id, wanted[level], room)
    room -= kept[level].length
  }
  return kept
}

const lengthOf = (rows: RowsByLevel) =>
  RISK_LEVEL_ORDER.reduce((sum, level) => sum + rows[level].length, 0)

/**
 * What semantic zoom draws of the rows that pass: at most MAX_MARKS points and clusters together,
 * every one with coordinates. Linear in the rows, no allocation per point.
 */
export function selectMarks(request: MarksRequest): Marks {
  const { table, rows, scale, bbox, zoom, showAll } = request
  const shownWhole = showAll && rows.length <= MAX_MARKS
  const lowestRank = shownWhole ? EVERY_RANK : LOWEST_RANK_DRAWN[scale]
  const grid = scale === 'street' && !shownWhole ? clusterGrid(bbox, zoom) : null
  const divided = divideRows(request, grid?.bounds ?? bbox, lowestRank)
  const { clusters, single } = grid
    ? clusterRows(table, divided.rest, grid)
    : { clusters: [], single: noRows }
  const oneByOne = concatenate(divided.oneByOne, single)
  const wanted = splitByLevel(table, oneByOne)
  const kept = withinBudget(table, wanted, MAX_MARKS - clusters.length)
  const drawn = lengthOf(kept)
  return {
    byLevel: {
      major: pointMarks(request, kept.major),
      larger: pointMarks(request, kept.larger),
      general: pointMarks(request, kept.general),
      low: pointMarks(request, kept.low),
    },
    hazards: hazardMarks(request, kept),
    clusters,
    drawn,
    total: oneByOne.length,
    inView: divided.oneByOne.length + divided.rest.length,
    truncated: drawn < oneByOne.length,
  }
}
