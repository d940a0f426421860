import type { Site, SiteRiskPoint } from '#data/contract/site/siteResponses'
import type { Position } from '#data/domain/areas'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import { textWidth } from './paperText.ts'
import { boxAround, leastCovering, ringsAround, type Taken } from './placeBoxes.ts'
import type { Millimetres, PaperBox, PlanFrame } from './planFrame.ts'
import { isGrave, numberedPoints } from './planPoints.ts'
import { PLAN_SIGNS } from './planStyle.ts'
import {
  MARK,
  TAG_SIZE,
  type PlanGlyph,
  type PlanMark,
  type PlanTag,
  type PlanWords,
} from './planTypes.ts'

const RADII = [0, 4, 6, 8.5, 12, 16, 21]
const TAG_RADII = RADII.slice(1)

export const isInBox = ([x, y]: Millimetres, box: PaperBox) =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height

/** Marks at their true places, the gravest last so that none covers it. */
export function placeMarks(
  points: readonly SiteRiskPoint[],
  frame: PlanFrame,
  box: PaperBox,
): PlanMark[] {
  return points
    .map(({ code, level, longitude, latitude, majorHazardGrade }) => ({
      code,
      level,
      at: frame.project([longitude, latitude]),
      majorHazardGrade,
    }))
    .filter(({ at }) => isInBox(at, box))
    .sort((a, b) => RISK_LEVELS[b.level].rank - RISK_LEVELS[a.level].rank)
}

const sizeOfMark = (mark: PlanMark) => (isGrave(mark) ? MARK.grave : MARK.small)

export const takenByMarks = (marks: readonly PlanMark[]): Taken[] =>
  marks.map((mark) => ({
    box: boxAround(mark.at, sizeOfMark(mark)),
    weight: isGrave(mark) ? 8 : 2,
  }))

/** Numbers beside the grave marks, with a line to the mark where they had to move away. */
export function placeTags(
  site: Site,
  marks: readonly PlanMark[],
  words: PlanWords,
  taken: Taken[],
  bounds: PaperBox,
): PlanTag[] {
  const places = new Map(marks.map((mark) => [mark.code, mark]))
  const numbered = numberedPoints(site)
  const known = new Set(numbered.map(({ point }) => point.code))
  /** A 重大危险源 is told of whatever the level of its risk point: it is a class of quantity. */
  const others = site.riskPoints.filter(
    ({ code, majorHazardGrade }) => majorHazardGrade && !known.has(code),
  )
  return [...numbered, ...others.map((point) => ({ number: null, point }))].flatMap(
    ({ number, point }) => {
      const mark = places.get(point.code)
      if (!mark) return []
      const grade = point.majorHazardGrade
      const text = [number, grade && words.majorHazard(grade)].filter(Boolean).join(' ')
      const width = Math.max(MARK.tag, textWidth(text, TAG_SIZE) + 1)
      const size = { width, height: MARK.tag }
      const { box, at } = leastCovering(ringsAround(mark.at, size, TAG_RADII), taken, bounds)
      taken.push({ box, weight: 12 })
      return [{ code: point.code, text, level: mark.level, at, width, from: mark.at }]
    },
  )
}

/** The middle of a thing that is drawn to scale and has a sign as well. */
function middleOf(geometry: Site['features']['features'][number]['geometry']): Position {
  if (geometry.type === 'Point') return geometry.coordinates
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates
  const corners = geometry.type === 'Polygon' ? ring.slice(0, -1) : ring
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, position) => sum + position[axis], 0) / corners.length
  return [mean(0), mean(1)]
}

/**
 * Signs of the things of the site. Those at the same spot move apart. On the sheet of a floor only
 * what stands on it or outside has a place.
 */
export function placeGlyphs(
  site: Site,
  floor: number | null,
  frame: PlanFrame,
  taken: Taken[],
  bounds: PaperBox,
): PlanGlyph[] {
  const size = { width: MARK.glyph, height: MARK.glyph }
  return site.features.features.flatMap(({ geometry, properties }) => {
    const { code, kind } = properties
    if (!PLAN_SIGNS[kind]) return []
    if (floor !== null && properties.floor !== null && properties.floor !== floor) return []
    const from = frame.project(middleOf(geometry))
    if (!isInBox(from, bounds)) return []
    const { box, at } = leastCovering(ringsAround(from, size, RADII), taken, bounds)
    taken.push({ box, weight: 6 })
    return [{ code, kind, at, from }]
  })
}
