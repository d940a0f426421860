import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { MEASURE_ORDER } from '#data/domain/measures'
import { styleOf } from '../../../../client/map/applyScene.ts'
import { buildScene, POINTS_BEFORE } from '../../../../client/map/buildScene.ts'
import { parseImageName } from '../../../../client/map/images.ts'
import { SCALES } from '../../../../client/map/scale.ts'
import { THEMES } from '../../../../client/stores/session.ts'
import { NOTHING_VISIBLE, STATE } from './sceneStates.ts'

const STATES = [
  ...THEMES.flatMap((theme) =>
    SCALES.flatMap((scale) =>
      MEASURE_ORDER.map((measure) => ({ ...STATE, theme, scale, measure })),
    ),
  ),
  { ...STATE, visibility: NOTHING_VISIBLE },
  { ...STATE, figures: null },
  { ...STATE, compact: true, textScale: 1.6 },
  {
    ...STATE,
    place: { areaCode: '440307013002', parkCode: 'P-1', riskPointCode: null },
    hoveredPark: 'P-2',
  },
]

test.each(STATES)('the style of $theme, $scale, $measure is valid', (state) => {
  expect(validateStyleMin(styleOf(buildScene(state)) as StyleSpecification)).toEqual([])
})

test('whatever the state, the layers are the same ones in the same order', () => {
  const ids = STATES.map((state) =>
    buildScene(state)
      .layers.map(({ id }) => id)
      .join(),
  )
  expect(new Set(ids).size).toBe(1)
})

test('labels stand above the points, ground and colours below', () => {
  const { layers } = buildScene(STATE)
  const end = layers.findIndex(({ id }) => id === POINTS_BEFORE)
  expect(end).toBeGreaterThan(0)
  for (const [index, { type }] of layers.entries()) {
    if (index < end) expect(type).not.toBe('symbol')
    if (index > end) expect(type).toBe('symbol')
  }
})

test('geography that has not changed is not made again', () => {
  const first = buildScene(STATE)
  const next = buildScene({ ...STATE, theme: 'light', hoveredArea: '440307013' })
  for (const [id, data] of Object.entries(first.sources)) expect(next.sources[id]).toBe(data)
})

const layoutOf = (state: typeof STATE, id: string) =>
  JSON.stringify(buildScene(state).layers.find((layer) => layer.id === id)?.layout)

test('badges carry the counts of the figures, or of the filters where there are any', () => {
  expect(layoutOf(STATE, 'street-label')).toContain('badge|dark|major|1,200')
  const counts = new Map([['440307013', { total: 40, major: 0, larger: 40, general: 0, low: 0 }]])
  expect(layoutOf({ ...STATE, counts }, 'street-label')).toContain('badge|dark|larger|40')
  expect(layoutOf({ ...STATE, counts: new Map() }, 'street-label')).not.toContain('badge')
})

test('streets keep their names and lose their badges under an analysis', () => {
  const overlay = { sources: {}, below: [], above: [], replacesAreaColours: true }
  const analysed = { ...STATE, overlays: { analysis: overlay } }
  expect(layoutOf(analysed, 'street-label')).toContain('"visibility":"visible"')
  expect(layoutOf(analysed, 'street-label')).not.toContain('badge')
  const kept = { ...STATE, overlays: { analysis: { ...overlay, replacesAreaColours: false } } }
  expect(layoutOf(kept, 'street-label')).toContain('badge')
})

test('every image that the style names can be drawn', () => {
  const names = JSON.stringify(STATES.map((state) => buildScene(state).layers)).match(
    /"(badge|star|hatch)\|[^"]+"/g,
  )
  expect(names?.length).toBeGreaterThan(10)
  for (const name of names ?? []) expect(parseImageName(JSON.parse(name) as string)).not.toBeNull()
  expect(parseImageName('badge|dark|purple|3')).toBeNull()
  expect(parseImageName('somebody-elses')).toBeNull()
})
