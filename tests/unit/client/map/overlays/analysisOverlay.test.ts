import { EMPTY_FILTER } from '../../../../../client/analysis/pointFilter.ts'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { buildScene } from '../../../../../client/map/buildScene.ts'
import { MAP_THEMES } from '../../../../../client/map/mapTheme.ts'
import {
  ANALYSIS_COLOURS,
  bandColour,
  hotspotColour,
} from '../../../../../client/map/overlays/analysisColours.ts'
import { analysisOverlay } from '../../../../../client/map/overlays/analysisOverlay.ts'
import { hexagonCentres } from '../../../../../client/map/overlays/hexagonCentres.ts'
import { metresPerUnit } from '../../../../../client/map/overlays/hexagon.layers.ts'
import { rgbOf } from '../../../../../client/map/layers/markStyle.ts'
import type { AnalysisResult } from '../../../../../client/stores/analysis.ts'
import { STATE } from '../sceneStates.ts'
import { CLUSTERS, HEXAGONS, HOTSPOTS, SURFACE } from './analysisAnswers.ts'

const asked = { weight: 'riskValue', day: null, filter: EMPTY_FILTER } as const
const RESULTS: readonly AnalysisResult[] = [
  { ...asked, mode: 'heat', breakRule: 'fixed', bandwidthByRule: true, answer: SURFACE },
  { ...asked, mode: 'hexagons', answer: HEXAGONS },
  { ...asked, mode: 'hotspots', answer: HOTSPOTS },
  { ...asked, mode: 'clusters', answer: CLUSTERS },
]
const STYLE = { theme: 'dark', textScale: 1, opacity: 0.85 } as const
const CASES = RESULTS.flatMap((result) =>
  (['dark', 'light'] as const).flatMap((theme) =>
    [false, true].map((extruded) => ({ mode: result.mode, theme, extruded, result })),
  ),
)

test.each(CASES)('$mode on $theme is a valid style, upright: $extruded', (given) => {
  const { result, theme, extruded } = given
  const analysis = analysisOverlay(result, { extruded }, { ...STYLE, theme })
  const scene = buildScene({ ...STATE, theme, overlays: { analysis } })
  const errors = validateStyleMin({
    version: 8,
    sources: Object.fromEntries(
      Object.entries(scene.sources).map(([id, data]) => [id, { type: 'geojson', data }]),
    ),
    layers: [...scene.layers],
  })
  expect(errors.map(({ message }) => message)).toEqual([])
  const ids = [...analysis.below, ...analysis.above].map(({ id }) => id)
  expect(ids.every((id) => id.startsWith('analysis-'))).toBe(true)
  expect(Object.keys(analysis.sources).every((id) => id.startsWith('analysis-'))).toBe(true)
})

test.each(RESULTS)('$mode takes over the colour of areas unless it is only numbers', (result) => {
  const { replacesAreaColours } = analysisOverlay(result, { extruded: false }, STYLE)
  expect(replacesAreaColours).toBe(result.mode !== 'clusters')
})

test('names stay above every fill, columns included', () => {
  for (const extruded of [false, true]) {
    const analysis = analysisOverlay(RESULTS[1]!, { extruded }, STYLE)
    const ids = buildScene({ ...STATE, overlays: { analysis } }).layers.map(({ id }) => id)
    const fills = ids.filter((id) => /^analysis-.*(fill|column)$/.test(id))
    expect(fills).not.toEqual([])
    for (const fill of fills) expect(ids.indexOf(fill)).toBeLessThan(ids.indexOf('street-label'))
  }
})

test('a change of theme or strength moves no geometry: the sources stay the same objects', () => {
  for (const result of RESULTS) {
    const first = analysisOverlay(result, { extruded: false }, STYLE).sources
    const light = { ...STYLE, theme: 'light', opacity: 0.5 } as const
    const second = analysisOverlay(result, { extruded: false }, light).sources
    for (const id of Object.keys(first)) expect(second[id]).toBe(first[id])
  }
})

const lightness = (colour: string) => {
  const [r, g, b] = rgbOf(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

test.each(['dark', 'light'] as const)(
  '%s: steps of lightness are even, away from the ground',
  (theme) => {
    const steps = ANALYSIS_COLOURS[theme].ramp.map(lightness)
    const changes = steps.slice(1).map((step, index) => step - steps[index]!)
    const sign = theme === 'dark' ? 1 : -1
    for (const change of changes) expect(change * sign).toBeGreaterThan(4)
    expect(Math.max(...changes.map(Math.abs))).toBeLessThan(
      2.5 * Math.min(...changes.map(Math.abs)),
    )
    const ground = lightness(MAP_THEMES[theme].land)
    expect(Math.abs(steps.at(-1)! - ground)).toBeGreaterThan(Math.abs(steps[0]! - ground))
  },
)

test('no colour of an analysis is one of a level or of the measures', () => {
  for (const theme of ['dark', 'light'] as const) {
    const taken = [
      ...RISK_LEVEL_ORDER.map((level) => RISK_LEVELS[level].colours[theme]),
      ...MAP_THEMES[theme].ramp,
    ].map(rgbOf)
    const { ramp, hot, cold } = ANALYSIS_COLOURS[theme]
    for (const colour of [...ramp, ...hot, ...cold].map(rgbOf)) {
      for (const other of taken) {
        const distance = Math.hypot(...colour.map((channel, at) => channel - other[at]!))
        expect(distance).toBeGreaterThan(25)
      }
    }
  }
})

test('the last class is the strongest however many there are', () => {
  for (const classes of [1, 2, 3, 5, 6]) {
    expect(bandColour('dark', classes - 1, classes)).toBe(ANALYSIS_COLOURS.dark.ramp.at(-1))
  }
})

test('hot and cold differ without colour: only cold is hatched, the surer is outlined stronger', () => {
  const { below } = analysisOverlay(RESULTS[2]!, { extruded: false }, STYLE)
  const hatch = below.find(({ id }) => id === 'analysis-hotspot-hatch')
  expect(hatch).toMatchObject({ filter: ['<', ['get', 'significance'], 0] })
  expect(hotspotColour('dark', 0)).toBeNull()
})

test('the height of a column is density by the stated scale', () => {
  const { above } = analysisOverlay(RESULTS[1]!, { extruded: true }, STYLE)
  expect(metresPerUnit('riskValue')).toBeCloseTo(500 / 6, 9)
  expect(above[0]).toMatchObject({
    type: 'fill-extrusion',
    paint: { 'fill-extrusion-height': ['*', 500 / 6, ['get', 'perSquareKilometre']] },
  })
})

test('marks stand in the middle of their hexagons', () => {
  const [first] = hexagonCentres(HEXAGONS.hexagons).features
  const { coordinates } = first!.geometry as GeoJSON.Point
  expect(coordinates[0]).toBeCloseTo(114, 9)
  expect(coordinates[1]).toBeCloseTo(22.6, 9)
  expect(first!.properties).toMatchObject({ highestRank: 1 })
})

test.each([RESULTS[1]!, RESULTS[2]!])('$mode fade where one hexagon fills the screen', (result) => {
  const { below } = analysisOverlay(result, { extruded: false }, STYLE)
  const strength = below.find(({ id }) => id.endsWith('-fill'))?.paint as Record<string, unknown>
  const [, , , many, full, one, faded] = strength['fill-opacity'] as number[]
  expect([many, full]).toEqual([14, 0.85])
  expect(one).toBe(16)
  expect(faded).toBeLessThan(0.2)
})

test('clusters take the place of the points and of the numbers of areas', () => {
  const clusters = analysisOverlay(RESULTS[3]!, { extruded: false }, STYLE)
  expect(clusters.replacesPoints).toBe(true)
  const scene = buildScene({ ...STATE, overlays: { analysis: clusters } })
  const street = scene.layers.find(({ id }) => id === 'street-label')
  expect(JSON.stringify(street?.layout)).toContain('"visibility":"visible"')
  expect(JSON.stringify(street?.layout)).not.toContain('badge')
})
