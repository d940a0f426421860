import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { booleanPointInPolygon, distance } from '@turf/turf'
import { expect, test } from 'vitest'
import { buildScene } from '../../../../../client/map/buildScene.ts'
import { aroundFeatures, aroundOverlay } from '../../../../../client/map/overlays/around.layers.ts'
import {
  coverageFeatures,
  coverageOverlay,
} from '../../../../../client/map/overlays/coverage.layers.ts'
import { dominoFeatures, dominoOverlay } from '../../../../../client/map/overlays/domino.layers.ts'
import { wayLabels } from '../../../../../client/map/overlays/wayLabels.ts'
import { AROUND, COVERAGE, DOMINO } from '../../around/answers.ts'
import { STATE } from '../sceneStates.ts'

const FEATURES = {
  around: aroundFeatures(AROUND, ({ name, minutes }) => `${name} ${minutes}`),
  coverage: coverageFeatures(COVERAGE),
  domino: dominoFeatures(DOMINO, ({ number }) => `第${number}组`),
}
const BUILDERS = { around: aroundOverlay, coverage: coverageOverlay, domino: dominoOverlay }
const KEYS = ['around', 'coverage', 'domino'] as const
const ofKind = ({ features }: GeoJSON.FeatureCollection, kind: string) =>
  features.filter(({ properties }) => properties?.kind === kind)

test.each(KEYS.flatMap((key) => (['dark', 'light'] as const).map((theme) => ({ key, theme }))))(
  '$key on $theme is a valid style under its own names',
  ({ key, theme }) => {
    const overlay = BUILDERS[key](FEATURES[key], [114.2, 22.7], { theme, textScale: 1.25 })
    const scene = buildScene({ ...STATE, theme, overlays: { [key]: overlay } })
    const errors = validateStyleMin({
      version: 8,
      glyphs: 'glyphs/{fontstack}/{range}.pbf',
      sources: Object.fromEntries(
        Object.entries(scene.sources).map(([id, data]) => [id, { type: 'geojson', data }]),
      ),
      layers: [...scene.layers],
    })
    expect(errors.map(({ message }) => message)).toEqual([])
    const layers = [...overlay.below, ...overlay.above]
    for (const { id } of layers) expect(id.startsWith(`${key}-`)).toBe(true)
    expect(overlay.sources[key]).toBe(FEATURES[key])
    expect(overlay.sources[`${key}-pointed`]?.features).toHaveLength(1)
  },
)

test('what is searched, a way to the nearest help, and every place once', () => {
  expect(ofKind(FEATURES.around, 'area')).toHaveLength(1)
  expect(ofKind(FEATURES.around, 'way').map(({ geometry }) => geometry)).toEqual([
    {
      type: 'LineString',
      coordinates: [
        [114.2, 22.7],
        [114.22, 22.7],
      ],
    },
  ])
  expect(ofKind(FEATURES.around, 'place').map(({ properties }) => properties?.code)).toEqual([
    'S1',
    'F1',
  ])
  const [label] = ofKind(FEATURES.around, 'wayLabel')
  expect(label?.properties?.text).toBe('甲站 8.9')
})

const BOX = [114.19, 22.69, 114.21, 22.71] as const
const CENTRE = [114.2, 22.7] as const

test('a way is labelled inside what was searched, or at its end', () => {
  const [inside] = wayLabels(CENTRE, [[114.205, 22.705]], BOX)
  expect(inside?.at[0]).toBeCloseTo(114.205, 9)
  const [free] = wayLabels(CENTRE, [[114.3, 22.8]], null)
  expect(free?.at[1]).toBeCloseTo(22.8, 9)
  const [beyond] = wayLabels(CENTRE, [[114.24, 22.72]], BOX)
  expect(beyond?.at[0]).toBeGreaterThan(114.205)
  expect(beyond?.at[0]).toBeLessThan(114.21)
})

test('labels of two ways in one direction stand on their outer sides and not level', () => {
  // The hospital first: which comes first in the answer says nothing of where it lies.
  const [east, west] = wayLabels(
    CENTRE,
    [
      [114.22, 22.62],
      [114.204, 22.6],
    ],
    BOX,
  )
  expect([west?.anchor, east?.anchor]).toEqual(['right', 'left'])
  expect(west!.at[0]).toBeLessThan(east!.at[0])
  expect(Math.abs(west!.at[1] - east!.at[1])).toBeGreaterThan(0.001)
})

test('coverage shows what is reached, and rings what is not', () => {
  expect(ofKind(FEATURES.coverage, 'uncovered').map(({ properties }) => properties)).toEqual([
    { kind: 'uncovered', code: 'R9', level: 'major' },
  ])
  expect(ofKind(coverageFeatures({ ...COVERAGE, geometry: null }), 'reach')).toEqual([])
})

test('a domino circle has the radius of its member; arrows say who reaches whom', () => {
  const circles = ofKind(FEATURES.domino, 'circle') as GeoJSON.Feature<GeoJSON.Polygon>[]
  const [group] = DOMINO.groups.items
  for (const [index, { longitude, latitude, radiusMetres }] of group!.members.entries()) {
    const { geometry } = circles[index]!
    expect(booleanPointInPolygon([longitude, latitude], geometry)).toBe(true)
    for (const corner of geometry.coordinates[0]!) {
      const metres = distance([longitude, latitude], corner, { units: 'meters' })
      expect(Math.abs(metres - radiusMetres)).toBeLessThan(0.5)
    }
  }
  expect(ofKind(FEATURES.domino, 'link').map(({ properties }) => properties)).toEqual([
    { kind: 'link', arrow: '▶', text: '205 m' },
    { kind: 'link', arrow: '◀  ▶', text: '154 m' },
  ])
})
