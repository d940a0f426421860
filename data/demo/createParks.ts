import type { Position } from '../domain/areas.ts'
import type { Polygon } from '../domain/geojson.ts'
import type { ParkFeatureKind } from '../domain/parkFeatures.ts'
import { buildingCodeOf } from './buildingCode.ts'
import { featureRecord } from './featureRecord.ts'
import type { ParkLayout } from './layOutPark.ts'
import type { ParkSite } from './placeParks.ts'
import type { ParkPlan } from './planParks.ts'
import { centreOf, containsPoint, cornersOf, type Frame, type Vector } from './plane.ts'
import { createRandom } from './random.ts'
import type { DemoPark, DemoParkFeature } from './types.ts'

const MISSING_OPERATOR_SHARE = 0.08

export function createPark(plan: ParkPlan, site: ParkSite, seed: number): DemoPark {
  const centre = centreOf(site.ring)
  return {
    code: plan.code,
    name: plan.name,
    areaCode: plan.areaCode,
    parkType: plan.parkType,
    demonstration: plan.demonstration,
    grade: plan.grade,
    stage: plan.stage,
    problemTags: plan.problemTags,
    operator: operatorOfPark(plan, seed),
    fictitious: true,
    labelPoint: site.frame.toPosition(containsPoint(site.ring, centre) ? centre : site.ring[0]!),
    geometry: polygonOf(site.ring, site.frame),
  }
}

/** Null where nobody runs the park. The article's park keeps its real name out of everybody else's. */
export function operatorOfPark(plan: ParkPlan, seed: number): string | null {
  const { code, name, isArticlePark, problemTags } = plan
  const random = createRandom(seed, 'operator', code)
  if (problemTags.includes('threeNone') || random.next() <= MISSING_OPERATOR_SHARE) return null
  return isArticlePark ? '园区运营方(演示)' : `${name.slice(0, 2)}园区运营方(演示)`
}

/** Buildings, the gate, the micro fire station and the assembly point, coded within the park. */
export function createParkFeatures(
  { code }: ParkPlan,
  { frame }: ParkSite,
  { buildings, gate, microFireStation, assemblyPoint }: ParkLayout,
): DemoParkFeature[] {
  const point = (kind: ParkFeatureKind, letter: string, name: string, vector: Vector) =>
    featureRecord({
      ...{ code: `${code}-${letter}01`, parkCode: code, kind, name },
      geometry: { type: 'Point', coordinates: frame.toPosition(vector) },
    })
  return [
    ...buildings.map(({ floors, heightMetres, use, structure, ...rectangle }, index) =>
      featureRecord({
        ...{ code: buildingCodeOf(code, index), parkCode: code, kind: 'building' },
        ...{ name: `${index + 1}栋`, floors, heightMetres, use, structure },
        geometry: polygonOf(cornersOf(rectangle), frame),
      }),
    ),
    point('gate', 'G', '大门', gate),
    point('assemblyPoint', 'A', '疏散集合点', assemblyPoint),
    ...(microFireStation ? [point('microFireStation', 'F', '微型消防站', microFireStation)] : []),
  ]
}

function polygonOf(ring: readonly Vector[], frame: Frame): Polygon {
  const positions: Position[] = ring.map(frame.toPosition)
  return { type: 'Polygon', coordinates: [[...positions, positions[0]!]] }
}
