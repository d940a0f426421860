import { expect, test } from 'vitest'
import { classIndex, MEASURES } from '#data/domain/measures'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { MAP_THEMES } from '../../../../client/map/mapTheme.ts'
import { areaPaints, rampColour } from '../../../../client/map/measureColours.ts'
import { THEMES } from '../../../../client/stores/session.ts'
import { FIGURES } from './sceneStates.ts'

test.each([
  [0, 0],
  [1, 1],
  [3, 1],
  [4, 2],
  [8, 2],
  [9, 3],
  [15, 3],
  [16, 4],
  [400, 4],
])('a community with V = %d is in class %d of 0|1–3|4–8|9–15|≥16', (value, index) => {
  expect(classIndex(value, MEASURES.riskValue.classes.community)).toBe(index)
})

test.each([
  [20, 0],
  [21, 1],
  [45, 1],
  [46, 2],
  [75, 2],
  [76, 3],
])('a street with V = %d is in class %d of 0–20|21–45|46–75|≥76', (value, index) => {
  expect(classIndex(value, MEASURES.riskValue.classes.street)).toBe(index)
})

test('an area without a park is hatched and has no class, one with parks has a colour', () => {
  const paints = areaPaints(FIGURES, 'community', { measure: 'riskValue', theme: 'dark' })
  expect(paints).toEqual([
    { code: '440307013002', hatched: false, colour: MAP_THEMES.dark.ramp[4] },
    { code: '440307013007', hatched: true, colour: null },
  ])
})

test('the highest level is the highest that occurs, whatever the counts', () => {
  const [street] = areaPaints(FIGURES, 'street', { measure: 'highestLevel', theme: 'light' })
  expect(street?.colour).toBe(MAP_THEMES.light.levelFill.major)
})

test('more low risk points change no measure of classes', () => {
  const area = FIGURES.areas[1]!
  const more = {
    ...area,
    riskPoints: { ...area.riskPoints, low: 99_999, total: 100_000 },
  }
  expect(MEASURES.riskValue.value(more)).toBe(MEASURES.riskValue.value(area))
  expect(MEASURES.perHundredEnterprises.value(more)).toBe(
    MEASURES.perHundredEnterprises.value(area),
  )
  expect(MEASURES.perHundredEnterprises.value({ ...area, enterprises: 19 })).toBeNull()
})

test('the ramp is spread over the classes: the last is the strongest', () => {
  const ramp = ['a', 'b', 'c', 'd', 'e']
  expect([0, 1, 2, 3].map((index) => rampColour(ramp, index, 4))).toEqual(['a', 'b', 'd', 'e'])
  expect(rampColour(ramp, 0, 1)).toBe('a')
})

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** Contrast of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

test.each(THEMES)('%s: marks keep 3:1 and labels 4.5:1 against the land', (theme) => {
  const { land, ground, label, labelSoft, halo } = MAP_THEMES[theme]
  for (const level of RISK_LEVEL_ORDER) {
    const colour = RISK_LEVELS[level].colours[theme]
    expect(contrast(colour, land), level).toBeGreaterThanOrEqual(3)
    expect(contrast(colour, ground), level).toBeGreaterThanOrEqual(3)
  }
  for (const ink of [label, labelSoft]) {
    expect(contrast(ink, land)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ink, halo)).toBeGreaterThanOrEqual(4.5)
  }
})
