import { computed } from 'vue'
import { useAreas } from '../api/queries.ts'

/** The land of the district, degrees WGS84; null until the areas are there. */
export function useDistrictLand() {
  const areas = useAreas()
  return computed(() => {
    const district = areas.data.value?.features.find(
      ({ properties }) => properties.level === 'district',
    )
    return district ? (district.geometry as GeoJSON.MultiPolygon) : null
  })
}
