import { expect, test, type Page } from '@playwright/test'
import type { Site } from '../../data/contract/site/siteResponses.ts'
import { cameraRests, openOverview, watchForTrouble } from './overviewPage.ts'

const PARK = 'DEMO-P-270'
const FLOOR = 2

type Vnode = {
  component?: { props: Record<string, unknown>; subTree: Vnode } | null
  children?: unknown
  suspense?: { activeBranch: Vnode } | null
}

/** How many things of each kind of the site the map has drawn, by the layer of the kind. */
const drawnKinds = (page: Page, kinds: readonly string[]) =>
  page.evaluate((wanted) => {
    type Drawn = { properties: { code: string } }
    type Queried = {
      getLayer: (id: string) => unknown
      queryRenderedFeatures: (options: { layers: string[] }) => Drawn[]
    }
    const mapOf = (node: Vnode | null | undefined): Queried | null => {
      if (!node) return null
      const map = node.component?.props.map as Queried | undefined
      if (map?.queryRenderedFeatures) return map
      const found = mapOf(node.component?.subTree)
      if (found || !Array.isArray(node.children)) return found
      for (const child of node.children as Vnode[]) {
        const inside = mapOf(child)
        if (inside) return inside
      }
      return null
    }
    const root = document.querySelector('#app') as unknown as { _vnode: Vnode }
    const map = mapOf(root._vnode)
    if (!map) throw new Error('no component has a map')
    return Object.fromEntries(
      wanted.map((kind) => {
        const layers = [`site-${kind}`].filter((id) => map.getLayer(id))
        const codes = layers.length
          ? map.queryRenderedFeatures({ layers }).map(({ properties }) => properties.code)
          : []
        return [kind, new Set(codes).size]
      }),
    )
  }, kinds)

async function siteOf(page: Page): Promise<Site> {
  const answer = await page.request.get(`/api/parks/${PARK}/site`)
  expect(answer.ok()).toBe(true)
  return (await answer.json()) as Site
}
const countOf = ({ features }: Site, kind: string) =>
  features.features.filter(({ properties }) => properties.kind === kind).length
const pointsDrawn = async (page: Page) =>
  Number(/图上 ([\d,]+)/.exec(await page.locator('.points-state').innerText())?.[1])

test('a demonstration park shows its site as the API has it; layers, floor and link', async ({
  page,
}) => {
  const trouble = watchForTrouble(page)
  await openOverview(page, `/?park=${PARK}`)
  await expect(page.locator('.floor-selector')).toBeVisible()
  await cameraRests(page)
  const site = await siteOf(page)
  const kinds = ['building', 'hydrant', 'gate', 'fireLane', 'road', 'assemblyPoint']
  const expected = Object.fromEntries(kinds.map((kind) => [kind, countOf(site, kind)]))
  expect(expected.building).toBeGreaterThan(3)
  await expect.poll(() => drawnKinds(page, kinds)).toEqual(expected)

  const whole = await pointsDrawn(page)
  const elsewhere = site.riskPoints.filter(
    ({ buildingCode, floor }) => buildingCode && floor !== null && floor !== FLOOR,
  ).length
  expect(elsewhere).toBeGreaterThan(0)
  await page.locator(`.floor-selector [data-floor="${FLOOR}"]`).check({ force: true })
  await expect.poll(() => pointsDrawn(page)).toBe(whole - elsewhere)
  const units = site.features.features.filter(
    ({ properties }) => properties.kind === 'unit' && properties.floor === FLOOR,
  ).length
  await expect.poll(() => drawnKinds(page, ['unit'])).toEqual({ unit: units })

  await page.locator('.site-block summary').click()
  await page.locator('.site-block [data-site-kind="hydrant"]').uncheck()
  await expect.poll(() => drawnKinds(page, ['hydrant'])).toEqual({ hydrant: 0 })
  await expect(page).toHaveURL(/floor=2/)
  await expect(page).toHaveURL(/site=hydrant/)

  await openOverview(page, page.url())
  await expect(page.locator(`.floor-selector [data-floor="${FLOOR}"]`)).toBeChecked()
  await expect
    .poll(() => drawnKinds(page, ['unit', 'hydrant', 'gate']))
    .toEqual({ unit: units, hydrant: 0, gate: expected.gate })
  expect(trouble).toEqual([])
})

test('a thing of the site opens by a click and by its link, Esc goes back to the park', async ({
  page,
}) => {
  await openOverview(page, `/?park=${PARK}&feature=${PARK}-B01`)
  const card = page.locator('.site-feature-card')
  await expect(card).toContainText(`${PARK}-B01`)
  await expect(card).toContainText('m')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(page.locator('.park-card h1')).toBeVisible()
  await expect(page).not.toHaveURL(/feature=/)

  // Between floor selector and rail the middle of the map is the park: somewhere there is a thing.
  await cameraRests(page)
  await page.mouse.click(790, 330)
  await expect(card.or(page.locator('.risk-point-card'))).toBeVisible()

  await openOverview(page, `/?park=${PARK}&feature=${PARK}-X99`)
  await expect(card).toContainText(`没有编号为 ${PARK}-X99 的设施`)
})

test('the map tilts by the button, and the link brings the tilt back', async ({ page }) => {
  await openOverview(page, `/?park=${PARK}`)
  await cameraRests(page)
  await page.locator('.site-tools .tilt').click()
  await expect(page).toHaveURL(/map=[\d.,]+,0,55/)
  await expect
    .poll(() => drawnKinds(page, ['building-standing', 'building']))
    .toEqual({ 'building-standing': countOf(await siteOf(page), 'building'), building: 0 })
  await page.reload()
  await expect(page.locator('.site-tools .tilt')).toHaveAttribute('aria-pressed', 'true')
})

test('on a phone floors and tilt are within reach and cover no other control', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  // The legend, which counts the points, is folded on a phone.
  await page.goto(`/?park=${PARK}`)
  await expect(page.locator('.floor-selector')).toBeVisible()
  const tools = await page.locator('.site-tools').boundingBox()
  expect(tools!.x).toBeGreaterThanOrEqual(0)
  expect(tools!.y + tools!.height).toBeLessThan(844 * 0.54)
  await page.locator('.site-tools .tilt').click()
  await expect(page.locator('.site-tools .tilt')).toHaveAttribute('aria-pressed', 'true')
})
