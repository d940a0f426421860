import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { distance } from '@turf/turf'
import { expect, test } from 'vitest'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import { styleOf } from '../../../../client/map/applyScene.ts'
import { buildScene, POINTS_BEFORE } from '../../../../client/map/buildScene.ts'
import { consequenceFeatures } from '../../../../client/map/consequenceFeatures.ts'
import { RING_COLOURS, RING_DASHES } from '../../../../client/map/layers/consequence.layers.ts'
import { THEMES } from '../../../../client/stores/session.ts'
import { STATE } from './sceneStates.ts'

const CENTRE = { longitude: 114.1, latitude: 22.66 }
const RINGS = [
  { key: 'death', label: '死亡 49.9 m', radiusMetres: 49.9 },
  { key: 'seriousInjury', label: '重伤 125 m', radiusMetres: 124.7 },
  { key: 'minorInjury', label: '轻伤 224 m', radiusMetres: 224.1 },
  { key: 'property', label: '财产损失 181 m', radiusMetres: 180.5 },
]
const FEATURES = consequenceFeatures(CENTRE, RINGS, '示意 不替代定量风险评价')
const ofKind = (kind: string, features = FEATURES) =>
  features.features.filter(({ properties }) => properties?.kind === kind)

test('every corner of a ring lies at its radius, to half a metre', () => {
  for (const { geometry, properties } of ofKind('ring')) {
    for (const corner of (geometry as GeoJSON.Polygon).coordinates[0]!) {
      const metres = distance([CENTRE.longitude, CENTRE.latitude], corner, { units: 'meters' })
      expect(Math.abs(metres - (properties?.radiusMetres as number))).toBeLessThan(0.5)
    }
  }
})

test('the widest ring is drawn first, so that no ring hides one inside it', () => {
  expect(ofKind('ring').map(({ properties }) => properties?.radiusMetres as number)).toEqual([
    224.1, 180.5, 124.7, 49.9,
  ])
})

test('each ring has its words at its own radius, and the standing words stand at the foot of the widest', () => {
  expect(ofKind('label').map(({ properties }) => properties?.text as string)).toEqual([
    '轻伤 224 m',
    '财产损失 181 m',
    '重伤 125 m',
    '死亡 49.9 m',
  ])
  const [note] = ofKind('note')
  expect(note?.properties?.text).toBe('示意 不替代定量风险评价')
  const [longitude, latitude] = (note?.geometry as GeoJSON.Point).coordinates as [number, number]
  expect(longitude).toBeCloseTo(CENTRE.longitude, 6)
  expect(latitude).toBeLessThan(CENTRE.latitude)
})

test('a ring without a radius is left out, and without any ring nothing is drawn', () => {
  const some = consequenceFeatures(CENTRE, [{ ...RINGS[0]!, radiusMetres: 0 }, RINGS[1]!], '示意')
  expect(ofKind('ring', some)).toHaveLength(1)
  // What remains keeps the colour and the dashes of its own rank.
  expect(ofKind('ring', some)[0]?.properties?.rank).toBe(1)
  expect(consequenceFeatures(CENTRE, [], '示意').features).toEqual([])
})

const SHOWN = { ...STATE, consequences: FEATURES }

test.each(THEMES)('the style with circles is valid in the %s theme', (theme) => {
  expect(validateStyleMin(styleOf(buildScene({ ...SHOWN, theme })) as StyleSpecification)).toEqual(
    [],
  )
})

test('circles are below the points, their words above; both go with the layer', () => {
  const { layers } = buildScene(SHOWN)
  const at = (id: string) => layers.findIndex((layer) => layer.id === id)
  const points = at(POINTS_BEFORE)
  expect(at('consequence-fill')).toBeGreaterThan(-1)
  for (const rank of RING_DASHES.keys()) expect(at(`consequence-ring-${rank}`)).toBeLessThan(points)
  expect(at('consequence-label')).toBeGreaterThan(points)
  const off = buildScene({ ...SHOWN, visibility: { ...STATE.visibility, consequences: false } })
  const hidden = off.layers.filter(({ layout }) => layout?.visibility === 'none')
  expect(hidden.map(({ id }) => id).filter((id) => id.startsWith('consequence-'))).toHaveLength(
    layers.filter(({ id }) => id.startsWith('consequence-')).length,
  )
})

test('no ring has the colour of a level, and no two rings the same line', () => {
  for (const theme of THEMES) {
    const levels = Object.values(RISK_LEVELS).map(({ colours }) => colours[theme].toLowerCase())
    expect(RING_COLOURS[theme].filter((colour) => levels.includes(colour))).toEqual([])
    expect(new Set(RING_COLOURS[theme]).size).toBe(RING_COLOURS[theme].length)
  }
  expect(new Set(RING_DASHES.map(String)).size).toBe(RING_COLOURS.dark.length)
})
