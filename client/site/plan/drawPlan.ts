import type { Site } from '#data/contract/site/siteResponses'
import type { Position } from '#data/domain/areas'
import { fourColours, pointsOfFloor } from '../fourColours.ts'
import { scaleBar } from '../../map/scaleBar.ts'
import { planFrame, type PaperBox, type PlanFrame } from './planFrame.ts'
import { labelBeside, labelWithin } from './planLabels.ts'
import { placeGlyphs, placeMarks, placeTags, takenByMarks } from './planMarks.ts'
import { shortCode } from './planPoints.ts'
import type { PlanArea, PlanDrawing, PlanLabel, PlanWords } from './planTypes.ts'

type SiteFeature = Site['features']['features'][number]

const pathOf = (line: readonly Position[], frame: PlanFrame) =>
  line
    .map((position, index) => {
      const [x, y] = frame.project(position)
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`
    })
    .join('')

/** The outer ring and the holes of an area. */
const ringsOf = ({ geometry }: SiteFeature) =>
  geometry.type === 'Polygon' ? geometry.coordinates : []
const areaPath = (rings: readonly (readonly Position[])[], frame: PlanFrame) =>
  rings.map((ring) => `${pathOf(ring, frame)}Z`).join('')

function boxOf(feature: SiteFeature, frame: PlanFrame): PaperBox {
  const places = (ringsOf(feature)[0] ?? []).map(frame.project)
  const xs = places.map(([x]) => x)
  const ys = places.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Whether a building has the floor; where nobody counted its floors it has the ground floor. */
function hasFloor(building: SiteFeature, floor: number, units: readonly SiteFeature[]): boolean {
  if (floor > 0) return floor <= (building.properties.floors ?? 1)
  return units.some(({ properties }) => properties.buildingCode === building.properties.code)
}

const ofKind = (site: Site, kind: SiteFeature['properties']['kind']) =>
  site.features.features.filter(({ properties }) => properties.kind === kind)

/** Roads, fire lanes and routes; a route that starts on another floor is not on this sheet. */
function linesOf(site: Site, floor: number | null, frame: PlanFrame) {
  const order = ['road', 'fireLane', 'evacuationRoute'] as const
  return order.flatMap((kind) =>
    ofKind(site, kind).flatMap(({ geometry, properties }) => {
      if (geometry.type !== 'LineString') return []
      if (floor !== null && properties.floor !== null && properties.floor !== floor) return []
      const width = (properties.netWidthMetres ?? 3) / frame.metresPerMillimetre
      return [{ code: properties.code, kind, path: pathOf(geometry.coordinates, frame), width }]
    }),
  )
}

/**
 * The four-colour plan of a park, of whole buildings (`floor` null) or of one floor with its units,
 * fitted into a box of the sheet (millimetres). Names and marks make way for one another.
 */
export function drawPlan(
  site: Site,
  floor: number | null,
  box: PaperBox,
  words: PlanWords,
): PlanDrawing {
  const frame = planFrame(site.outline.coordinates[0] ?? [], box)
  const levels = fourColours(site, floor)
  const units = ofKind(site, 'unit').filter(
    ({ properties }) => floor !== null && properties.floor === floor,
  )
  const buildings = ofKind(site, 'building')
  const isAbsent = (building: SiteFeature) => floor !== null && !hasFloor(building, floor, units)
  const area = (feature: SiteFeature): PlanArea => ({
    code: feature.properties.code,
    path: areaPath(ringsOf(feature), frame),
    level: levels.get(feature.properties.code) ?? null,
    absent: feature.properties.kind === 'building' && isAbsent(feature),
  })
  const points = pointsOfFloor(site.riskPoints, floor)
  const marks = placeMarks(points, frame, box)
  const taken = takenByMarks(marks)
  const tags = placeTags(site, marks, words, taken, box)
  const glyphs = placeGlyphs(site, floor, frame, taken, box)
  const short = (code: string) => [{ text: shortCode(code, site.park.code), bold: true }]
  const unitLabels = units.map((unit): PlanLabel => {
    const { code } = unit.properties
    return labelWithin(code, boxOf(unit, frame), words.unit(code), short(code), taken)
  })
  const inUse = new Set(units.map(({ properties }) => properties.buildingCode))
  const buildingLabels = buildings.map((building): PlanLabel => {
    const { code } = building.properties
    const place = boxOf(building, frame)
    return inUse.has(code)
      ? labelBeside(code, place, words.building(code).slice(0, 1), taken, box)
      : labelWithin(code, place, words.building(code), short(code), taken)
  })
  const bar = scaleBar(frame.metresPerMillimetre, Math.min(100, box.width * 0.4))
  return {
    frame,
    box,
    outline: areaPath(site.outline.coordinates, frame),
    lines: linesOf(site, floor, frame),
    buildings: buildings.map(area),
    units: units.map(area),
    stores: ofKind(site, 'dangerousGoodsStore').map((store) => ({
      code: store.properties.code,
      path: areaPath(ringsOf(store), frame),
    })),
    glyphs,
    marks,
    tags,
    labels: [...unitLabels, ...buildingLabels],
    bar: { metres: bar.metres, millimetres: bar.pixels },
    outside: points.length - marks.length,
  }
}
