import { buildAreas } from './buildAreas.ts'
import { buildNeighbours } from './buildNeighbours.ts'
import { formatCollection } from './formatCollection.ts'
import { readCommunities, readStreets } from './readFacts.ts'
import { readOutlines, splitLonggang } from './readOutlines.ts'

/** The whole of data/geography/*.geojson: file name → text. Same input, same bytes. */
export function buildGeography(): Map<string, string> {
  const shenzhen = readOutlines('440300')
  const { longgang } = splitLonggang(shenzhen)
  const areas = buildAreas(longgang, readStreets(), readCommunities())
  return new Map([
    ['district.geojson', formatCollection(areas.district)],
    ['streets.geojson', formatCollection(areas.streets)],
    ['communities.geojson', formatCollection(areas.communities)],
    ['neighbours.geojson', formatCollection(buildNeighbours())],
  ])
}
