import type { DemoDistrict, DemoParkFeature } from '../types.ts'
import { geometryMetres } from './geometryMetres.ts'
import type { SiteFigures } from './rectificationTexts.ts'

/** The numbers of a park's site that texts tell, counted from its features. */
export function siteFiguresOf(
  district: DemoDistrict,
  parkCode: string,
  features: readonly DemoParkFeature[],
): SiteFigures {
  const of = (kind: DemoParkFeature['kind']) => features.filter((each) => each.kind === kind)
  const sum = (kind: DemoParkFeature['kind']) =>
    of(kind).reduce((total, { capacity }) => total + (capacity ?? 0), 0)
  return {
    enterprises: district.enterprises.filter((each) => each.parkCode === parkCode).length,
    buildings: of('building').length,
    hydrants: of('hydrant').length,
    laneMetres: Math.round(
      of('fireLane').reduce((total, { geometry }) => total + geometryMetres(geometry), 0),
    ),
    laneWidth: Math.min(...of('fireLane').map(({ netWidthMetres }) => netWidthMetres ?? Infinity)),
    assemblyCapacity: sum('assemblyPoint'),
    stationStaff: sum('microFireStation'),
    boards: of('riskNoticeBoard').length,
    cutOffs: of('gasIsolationPoint').length + of('powerIsolationPoint').length,
  }
}
