import { useAreas } from '../api/queries.ts'
import { isInside } from '../components/editor/pointInPolygon.ts'
import type { Corner } from './question.ts'

/** Names the street and the community that a position lies in; null outside the district. */
export function useAreaNames() {
  const { data: areas } = useAreas()
  return ([longitude, latitude]: Corner): string | null => {
    const features = areas.value?.features ?? []
    const community = features.find(
      ({ properties, geometry }) =>
        properties.level === 'community' && isInside([longitude, latitude], geometry),
    )?.properties
    const street = features.find(({ properties }) => properties.code === community?.parentCode)
    return community ? `${street?.properties.name ?? ''}${community.name}` : null
  }
}
