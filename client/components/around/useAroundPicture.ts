import type { Around } from '#data/contract/analysis/aroundResponses'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { overlaps, pictureFrame, polygonPath, type Land } from '../../around/pictureFrame.ts'
import { LETTERS, meets, placeNames, widthOf, type Box } from '../../around/placeNames.ts'
import { useAreas, useParks } from '../../api/queries.ts'
import { boundsOf } from '../../map/geometry.ts'
import { scaleBar } from '../../map/scaleBar.ts'
import { useAroundWords } from './useAroundWords.ts'

/** Millimetres: of the picture, its longest scale bar, a mark of a level, and the disc of a place. */
export const SIZE = { width: 180, height: 112 } as const
const BAR = 36
export const MARK = 3.2
export const DISC = 2.1
/** What the arrow to the north covers. */
const NORTH: Box = { left: SIZE.width - 11, right: SIZE.width, top: 0, bottom: 16 }
const boxAround = ({ x, y }: { x: number; y: number }, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
})

/** What an answer's sketch map shows and where, in millimetres. */
export function useAroundPicture(answer: () => Around) {
  const { t } = useI18n()
  const { metres } = useAroundWords()
  const { data: parks } = useParks()
  const { data: areas } = useAreas()

  const frame = computed(() => {
    const { area, nearest } = answer()
    const station = nearest.microFireStation
    const coordinates = [
      ...(area.geometry?.coordinates ?? []),
      area.centre,
      ...(station ? [[station.longitude, station.latitude]] : []),
    ]
    return pictureFrame(boundsOf(coordinates) ?? [...area.centre, ...area.centre], SIZE)
  })
  function inFrame<F extends { geometry: unknown }>(features: readonly F[] | undefined) {
    return (features ?? []).flatMap((feature) => {
      const { type, coordinates } = feature.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon
      const land: Land = type === 'Polygon' ? [coordinates] : coordinates
      const bounds = boundsOf(land)
      return bounds && overlaps(bounds, frame.value.shown) ? [{ feature, land }] : []
    })
  }
  const communities = computed(() =>
    inFrame(areas.value?.features.filter(({ properties }) => properties.level === 'community')).map(
      ({ land }) => polygonPath(land, frame.value),
    ),
  )
  const parksShown = computed(() =>
    inFrame(parks.value?.features).map(({ feature, land }) => {
      const { code, name, labelPoint } = feature.properties
      const [x, y] = frame.value.project(labelPoint)
      return { code, name, path: polygonPath(land, frame.value), x, y }
    }),
  )
  const searched = computed(() => {
    const { geometry } = answer().area
    return geometry && polygonPath(geometry.coordinates, frame.value)
  })
  const centre = computed(() => frame.value.project(answer().area.centre))
  const placed = <P extends { longitude: number; latitude: number }>(place: P) => ({
    place,
    ...frame.value.reach(answer().area.centre, [place.longitude, place.latitude]),
  })
  const within = <P extends { isOutside: boolean }>(items: P[]) =>
    items.filter(({ isOutside }) => !isOutside)
  const nearest = computed(() => Object.values(answer().nearest).filter((each) => each !== null))
  /** To the nearest help; what lies beyond the picture ends at its edge in an arrow. */
  const ways = computed(() => nearest.value.map(placed))
  const points = computed(() => within(answer().gravePoints.items.map(placed)))
  const places = computed(() => {
    const known = new Set(nearest.value.map(({ code }) => code))
    const others = answer().facilities.list.items.filter(({ code }) => !known.has(code))
    return within([...others.map(placed), ...ways.value])
  })
  const bar = computed(() => scaleBar(frame.value.metresPerUnit, BAR))
  const signs = computed(() => [
    NORTH,
    { left: 0, right: bar.value.pixels + 9, top: SIZE.height - 9.5, bottom: SIZE.height },
    ...[...places.value, ...ways.value].map((place) => boxAround(place, DISC)),
    boxAround({ x: centre.value[0], y: centre.value[1] }, 1.5),
  ])
  const wayNames = computed(() => {
    const named = ways.value.map(({ place: { code, name, distanceMetres }, x, y, isOutside }) => {
      const key = isOutside ? 'around.paper.beyond' : 'around.paper.reached'
      return { code, x, y, text: t(key, { name, distance: metres(distanceMetres) }) }
    })
    return placeNames(named, SIZE, signs.value)
  })
  /** A park keeps its name where it lies, or goes without one where another stands. */
  const parkNames = computed(() => {
    const taken = [...signs.value, ...wayNames.value.map(({ box }) => box)]
    return parksShown.value.filter(({ name, x, y }) => {
      const half = widthOf(name) / 2
      const box = { left: x - half, right: x + half, top: y - LETTERS, bottom: y + LETTERS / 2 }
      const isCut = box.left < 0 || box.right > SIZE.width || box.top < 0 || y > SIZE.height
      if (isCut) return false
      if (taken.some((other) => meets(box, other))) return false
      taken.push(box)
      return true
    })
  })

  return {
    communities,
    parksShown,
    parkNames,
    searched,
    centre,
    points,
    ways,
    wayNames,
    places,
    bar,
  }
}
