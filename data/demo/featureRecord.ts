import type { ParkFeature } from '../domain/parkFeatures.ts'
import type { DemoParkFeature } from './types.ts'

/** A feature of which only code, kind and place are known. */
export const NOTHING_KNOWN: Omit<ParkFeature, 'code' | 'kind'> = {
  name: null,
  buildingCode: null,
  floor: null,
  enterpriseCode: null,
  floors: null,
  heightMetres: null,
  use: null,
  structure: null,
  occupancy: null,
  netWidthMetres: null,
  netHeightMetres: null,
  capacity: null,
  remark: null,
}

/** A feature with what is known of it; everything else is null. */
export function featureRecord(
  known: Pick<DemoParkFeature, 'code' | 'parkCode' | 'kind' | 'geometry'> & Partial<ParkFeature>,
): DemoParkFeature {
  return { ...NOTHING_KNOWN, ...known }
}
