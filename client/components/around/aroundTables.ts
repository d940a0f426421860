import type { Around } from '#data/contract/analysis/aroundResponses'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import type { Domino } from '#data/contract/analysis/dominoResponses'
import type { Cell } from '../../export/csv.ts'
import { tableFeatures } from '../../export/tableFeatures.ts'
import type { ExportTable } from '../../stores/exportables.ts'

type Placed = { longitude: number; latitude: number }
type Place = Placed & { code: string; name: string }
type Words = {
  column: (key: string) => string
  list: (key: string) => string
  level: (level: Around['gravePoints']['items'][number]['level']) => string
  facility: (kind: Around['facilities']['list']['items'][number]['kind']) => string
  join: (names: readonly string[]) => string
}
/** A table, with the place of each row. */
export type PlacedTable = { table: ExportTable; places: readonly Placed[] }

function placedTable(
  keys: readonly string[],
  rows: readonly { place: Place; cells: Readonly<Record<string, Cell>> }[],
  words: Words,
): PlacedTable {
  const all = ['code', 'name', ...keys, 'longitude', 'latitude']
  return {
    table: {
      columns: all.map((key) => ({ key, label: words.column(key) })),
      rows: rows.map(({ place, cells }) =>
        all.map((key) =>
          key in place && !(key in cells) ? place[key as keyof Place] : (cells[key] ?? null),
        ),
      ),
    },
    places: rows.map(({ place }) => place),
  }
}

/** Everything that an answer lists, with what it is in the column `list`. */
export function aroundTable(answer: Around, words: Words): PlacedTable {
  const { facilities, gravePoints, hazardSources, nearest, parks } = answer
  const nearestOnes = Object.values(nearest).filter((each) => each !== null)
  const facilityCells = ({ kind, people, distanceMetres, minutes }: (typeof nearestOnes)[0]) => ({
    kind: words.facility(kind),
    people,
    distance: distanceMetres,
    minutes,
  })
  const rows = [
    ...nearestOnes.map((place) => ({
      place,
      cells: { list: words.list('nearest'), ...facilityCells(place) },
    })),
    ...facilities.list.items.map((place) => ({
      place,
      cells: { list: words.list('inside'), ...facilityCells({ ...place, inside: true }) },
    })),
    ...gravePoints.items.map((place) => ({
      place,
      cells: {
        list: words.list('riskPoint'),
        level: words.level(place.level),
        park: place.parkName,
        enterprise: place.enterpriseName,
        distance: place.distanceMetres,
        minutes: place.minutes,
      },
    })),
    ...hazardSources.majorHazards.items.map((place) => ({
      place,
      cells: {
        list: words.list('majorHazard'),
        park: place.parkName,
        distance: place.distanceMetres,
      },
    })),
    ...parks.items.map((place) => ({
      place,
      cells: { list: words.list('park'), distance: place.distanceMetres },
    })),
  ]
  const keys = ['list', 'kind', 'level', 'park', 'enterprise', 'people', 'distance', 'minutes']
  return placedTable(keys, rows, words)
}

/** The 重大 and 较大 risk points that no station reaches. */
export function coverageTable({ uncoveredPoints }: Coverage, words: Words): PlacedTable {
  const rows = uncoveredPoints.items.map((place) => ({
    place,
    cells: {
      level: words.level(place.level),
      park: place.parkName,
      station: place.station?.name ?? null,
      stationDistance: place.station?.distanceMetres ?? null,
      minutes: place.station?.minutes ?? null,
    },
  }))
  return placedTable(['level', 'park', 'station', 'stationDistance', 'minutes'], rows, words)
}

/** Hazard sources by group, with the codes of those that each reaches. */
export function dominoTable({ groups }: Domino, words: Words): PlacedTable {
  const rows = groups.items.flatMap(({ number, members, links }) =>
    members.map((place) => ({
      place,
      cells: {
        group: number,
        level: words.level(place.level),
        park: place.parkName,
        radius: place.radiusMetres,
        tonnes: place.burningTonnes,
        reaches: words.join(
          links.items.flatMap(({ from, to, mutual }) =>
            from === place.code ? [to] : mutual && to === place.code ? [from] : [],
          ),
        ),
      },
    })),
  )
  return placedTable(['group', 'level', 'park', 'radius', 'tonnes', 'reaches'], rows, words)
}

/** The rows at their places, after the land that an answer speaks of. Degrees WGS84. */
export function placedFeatures(
  { table, places }: PlacedTable,
  lands: readonly { geometry: GeoJSON.Geometry | null; properties: GeoJSON.GeoJsonProperties }[],
): GeoJSON.FeatureCollection {
  const rows = tableFeatures(table, (index) => {
    const place = places[index]
    return place ? { type: 'Point', coordinates: [place.longitude, place.latitude] } : null
  })
  return {
    type: 'FeatureCollection',
    features: [
      ...lands.flatMap(({ geometry, properties }) =>
        geometry ? [{ type: 'Feature' as const, geometry, properties }] : [],
      ),
      ...rows.features,
    ],
  }
}
