import { riskPointQuerySchema } from '#data/contract/queries'
import { areaCodeSchema, DISTRICT_CODE } from '#data/domain/areas'
import { HIGH_RISK_CLASS_ORDER } from '#data/domain/enterprises'
import { LAYER_ORDER } from '#data/domain/layers'
import { measureKeySchema, type MeasureKey } from '#data/domain/measures'
import { parkCodeSchema } from '#data/domain/parks'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { riskPointCodeSchema } from '#data/domain/riskPoints'
import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { Camera } from './stores/camera.ts'
import { FILTER_FLAGS, NO_FILTERS, type Filters } from './stores/filters.ts'
import { DEFAULT_MEASURE, DEFAULT_VISIBILITY, type LayerVisibility } from './stores/layers.ts'
import { HOME, type Place } from './stores/place.ts'

/** What a link carries. */
export type View = {
  place: Place
  filters: Filters
  visibility: LayerVisibility
  measure: MeasureKey
  camera: Camera | null
}

const text = (query: LocationQuery, name: string): string | null => {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : null
}
const list = (query: LocationQuery, name: string) => text(query, name)?.split(',') ?? null

/** A part of a link that does not parse is left out, never an error: links get cut and mistyped. */
export function readPlace(query: LocationQuery): Place {
  const parkCode = parkCodeSchema.safeParse(text(query, 'park'))
  const riskPointCode = riskPointCodeSchema.safeParse(text(query, 'point'))
  const asOf = riskPointQuerySchema.safeParse({ asOf: text(query, 'asOf') ?? undefined }).data?.asOf
  return {
    areaCode: areaCodeSchema.safeParse(text(query, 'area')).data ?? HOME.areaCode,
    parkCode: parkCode.data ?? null,
    riskPointCode: riskPointCode.data ?? null,
    // Only the card of a risk point has a past.
    ...(riskPointCode.data && asOf ? { asOf } : {}),
  }
}

export function readFilters(query: LocationQuery): Filters {
  const levels = list(query, 'levels')
  const classes = list(query, 'classes') ?? []
  const only = list(query, 'only') ?? []
  return {
    levels: levels ? RISK_LEVEL_ORDER.filter((level) => levels.includes(level)) : NO_FILTERS.levels,
    highRiskClasses: HIGH_RISK_CLASS_ORDER.filter((each) => classes.includes(each)),
    hazardSourcesOnly: only.includes('hazardSourcesOnly'),
    majorHazardsOnly: only.includes('majorHazardsOnly'),
    reviewOverdueOnly: only.includes('reviewOverdueOnly'),
  }
}

/** Only the layers that differ from the default are named: `layers=badges` switches them over. */
export function readLayers(query: LocationQuery): LayerVisibility {
  const switched = list(query, 'layers') ?? []
  return Object.fromEntries(
    LAYER_ORDER.map((key) => [
      key,
      switched.includes(key) ? !DEFAULT_VISIBILITY[key] : DEFAULT_VISIBILITY[key],
    ]),
  ) as LayerVisibility
}

export function readMeasure(query: LocationQuery): MeasureKey {
  return measureKeySchema.safeParse(text(query, 'measure')).data ?? DEFAULT_MEASURE
}

/** `map=longitude,latitude,zoom,bearing,pitch` */
export function readCamera(query: LocationQuery): Camera | null {
  const numbers = list(query, 'map')?.map(Number) ?? []
  const [longitude, latitude, zoom, bearing = 0, pitch = 0] = numbers
  if (longitude === undefined || latitude === undefined || zoom === undefined) return null
  if (!numbers.every(Number.isFinite)) return null
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 85 || zoom < 0 || zoom > 24) return null
  return { longitude, latitude, zoom, bearing, pitch }
}

export function writeView({ place, filters, visibility, measure, camera }: View): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (place.areaCode !== DISTRICT_CODE) query.area = place.areaCode
  if (place.parkCode) query.park = place.parkCode
  if (place.riskPointCode) query.point = place.riskPointCode
  if (place.asOf) query.asOf = place.asOf
  if (filters.levels.length < RISK_LEVEL_ORDER.length)
    query.levels = filters.levels.join(',') || 'none'
  if (filters.highRiskClasses.length) query.classes = filters.highRiskClasses.join(',')
  const only = FILTER_FLAGS.filter((flag) => filters[flag])
  if (only.length) query.only = only.join(',')
  const switched = LAYER_ORDER.filter((key) => visibility[key] !== DEFAULT_VISIBILITY[key])
  if (switched.length) query.layers = switched.join(',')
  if (measure !== DEFAULT_MEASURE) query.measure = measure
  if (camera) {
    const { longitude, latitude, zoom, bearing, pitch } = camera
    const exact = [longitude.toFixed(5), latitude.toFixed(5), zoom.toFixed(2)]
    query.map = [
      ...exact,
      ...(bearing || pitch ? [bearing.toFixed(0), pitch.toFixed(0)] : []),
    ].join()
  }
  return query
}
