import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { PARK_FEATURE_KIND_ORDER } from '#data/domain/parkFeatures'
import { styleOf } from '../../../../../client/map/applyScene.ts'
import { buildScene, POINTS_BEFORE } from '../../../../../client/map/buildScene.ts'
import { siteFeatures } from '../../../../../client/map/overlays/site/siteFeatures.ts'
import { parseSiteImage } from '../../../../../client/map/overlays/site/siteImages.ts'
import { siteOverlay } from '../../../../../client/map/overlays/site/siteOverlay.ts'
import { THEMES } from '../../../../../client/stores/session.ts'
import type { SiteVisibility } from '../../../../../client/stores/site.ts'
import { largeSite } from '../../../../helpers/largeSite.ts'
import { STATE } from '../sceneStates.ts'

const SITE = largeSite()
const setAll = (shown: boolean) =>
  Object.fromEntries(PARK_FEATURE_KIND_ORDER.map((kind) => [kind, shown])) as SiteVisibility
const features = (floor: number | null) => siteFeatures(SITE, floor, (n) => `${n}层`)
const FLAT = { theme: 'dark', textScale: 1, extruded: false } as const
const sceneWith = (overlay: ReturnType<typeof siteOverlay>) =>
  buildScene({ ...STATE, buildings: features(null), overlays: { site: overlay } })

test.each(
  THEMES.flatMap((theme) => [false, true].map((extruded) => ({ theme, extruded, textScale: 1.6 }))),
)('the style of a site is valid: $theme, extruded $extruded', (style) => {
  const scene = sceneWith(siteOverlay(features(2), setAll(true), 'X-1-B0001', style))
  expect(validateStyleMin(styleOf(scene) as StyleSpecification)).toEqual([])
  const names = JSON.stringify(scene.layers).match(/"site\|[^"]+"/g) ?? []
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(parseSiteImage(JSON.parse(name) as string)).not.toBeNull()
})

test('grounds of parks lie under the site, points and names above it', () => {
  const ids = sceneWith(siteOverlay(features(null), setAll(true), null, FLAT)).layers.map(
    ({ id }) => id,
  )
  const at = (id: string) => ids.indexOf(id)
  expect(at('park-fill')).toBeLessThan(at('site-road'))
  expect(at('site-road')).toBeLessThan(at('site-building'))
  expect(at('site-building')).toBeLessThan(at(POINTS_BEFORE))
  expect(at('site-hydrant')).toBeGreaterThan(at(POINTS_BEFORE))
  expect(at('site-hydrant')).toBeLessThan(at('site-gate'))
  expect(at('site-gate')).toBeLessThan(at('park-name'))
})

test('a kind that is switched off draws nothing, the others stay', () => {
  const { onGrounds = [], above } = siteOverlay(
    features(null),
    { ...setAll(true), fireLane: false },
    null,
    FLAT,
  )
  const ids = [...onGrounds, ...above].map(({ id }) => id)
  expect(ids.filter((id) => id.startsWith('site-fireLane'))).toEqual([])
  for (const kind of PARK_FEATURE_KIND_ORDER) {
    if (kind !== 'fireLane') expect(ids).toContain(`site-${kind}`)
  }
})

test('the site takes the place of the buildings of the park', () => {
  const scene = sceneWith(siteOverlay(features(null), setAll(true), null, FLAT))
  expect(scene.sources.buildings?.features).toEqual([])
  expect(scene.sources.site?.features.length).toBeGreaterThan(1000)
})

const propertiesOf = (floor: number | null, code: string) =>
  features(floor).features.find(({ properties }) => properties?.code === code)?.properties

test('whole buildings have the highest level in them, its sign and their floors in the label', () => {
  expect(propertiesOf(null, 'X-1-B0001')).toMatchObject({
    level: 'major',
    label: '1栋 ■\n4层',
    base: 0,
    top: 18,
  })
  expect(propertiesOf(null, 'X-1-U0001')).toBeUndefined()
})

test('a chosen floor has its units alone, at their height, and the building ends below them', () => {
  expect(propertiesOf(3, 'X-1-U0001')).toBeUndefined()
  // Points of the first building are all at the first floor.
  expect(propertiesOf(1, 'X-1-U0001')).toMatchObject({ level: 'major', base: 0, top: 4.5 })
  expect(propertiesOf(3, 'X-1-U0003')).toMatchObject({ level: '', base: 9, top: 13.5 })
  expect(propertiesOf(3, 'X-1-B0001')).toMatchObject({ level: '', dim: true, top: 9 })
})
