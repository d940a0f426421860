import { expect, test, type Page } from '@playwright/test'
import {
  cameraOf,
  cameraRests,
  coloursIn,
  mapLabels,
  openOverview,
  pixelOf,
  watchForTrouble,
} from './overviewPage.ts'

type Feature = { properties: { code: string; labelPoint: [number, number] } }

async function labelPoint(page: Page, level: string, code: string) {
  const answer = await page.request.get(`/api/areas?level=${level}`)
  const { features } = (await answer.json()) as { features: Feature[] }
  const found = features.find(({ properties }) => properties.code === code)
  if (!found) throw new Error(`no ${level} ${code}`)
  return found.properties.labelPoint
}

test('from the district to a risk point on the map, and the same view from the link', async ({
  page,
  context,
}) => {
  const trouble = watchForTrouble(page)
  await openOverview(page)
  await expect(mapLabels(page)).toHaveCount(11)
  const colours = await coloursIn(page, { x: 700, y: 120, width: 500, height: 500 })
  expect(colours.size, 'the canvas is not blank').toBeGreaterThan(50)

  await cameraRests(page)
  const street = pixelOf(page, await labelPoint(page, 'street', '440307013'))
  await page.mouse.click(street.x, street.y)
  await expect(page.locator('.area-panel h1')).toHaveText('坂田街道')
  await expect(page.locator('.children-list li')).toHaveCount(12)
  await cameraRests(page)
  const names = await page.locator('.children-list .name').allTextContents()
  await expect
    .poll(() => mapLabels(page).allTextContents(), {
      message: 'the label of every community of the street is drawn',
    })
    .toEqual(expect.arrayContaining(names))

  await page.locator('.children-list li', { hasText: '岗头社区' }).locator('button').click()
  await page.locator('.children-list li button').first().click()
  await expect(page.locator('.park-card h1')).toBeVisible()
  await cameraRests(page)
  const item = page.locator('.risk-point-list li').first()
  const code = await item.getAttribute('data-code')
  await item.locator('button').click()
  await expect(page.locator('.risk-point-card')).toContainText(code ?? 'a code')
  await cameraRests(page)

  const copy = await context.newPage()
  const copyTrouble = watchForTrouble(copy)
  await openOverview(copy, page.url())
  await expect(copy.locator('.risk-point-card')).toContainText(code ?? 'a code')
  await cameraRests(copy)
  expect(copy.url()).toBe(page.url())
  expect(cameraOf(copy)).toEqual(cameraOf(page))
  expect([...trouble, ...copyTrouble]).toEqual([])
})

test('a risk point is opened by clicking its mark on the map', async ({ page }) => {
  const trouble = watchForTrouble(page)
  await openOverview(page)
  await cameraRests(page)
  const answer = await page.request.get('/api/risk-points?level=major&limit=25')
  const { items } = (await answer.json()) as {
    items: { code: string; name: string; longitude: number; latitude: number }[]
  }
  const inTheOpen = items
    .map((item) => ({ ...item, ...pixelOf(page, [item.longitude, item.latitude]) }))
    .find(({ x, y }) => x > 720 && x < 1340 && y > 130 && y < 760)
  if (!inTheOpen) throw new Error('no 重大 point in the open part of the map')
  await page.mouse.move(inTheOpen.x, inTheOpen.y)
  await expect(page.locator('.point-tooltip')).toBeVisible()
  await page.mouse.click(inTheOpen.x, inTheOpen.y)
  await expect(page.locator('.risk-point-card')).toContainText('重大风险点')
  expect(trouble).toEqual([])
})

test('Esc goes up step by step, Back undoes it', async ({ page }) => {
  await openOverview(page, '/?area=440307013002')
  await expect(page.locator('.area-panel h1')).toHaveText('岗头社区')
  await page.keyboard.press('Escape')
  await expect(page.locator('.area-panel h1')).toHaveText('坂田街道')
  await page.keyboard.press('Escape')
  await expect(page.locator('.area-panel h1')).toHaveText('龙岗区')
  await page.goBack()
  await expect(page.locator('.area-panel h1')).toHaveText('坂田街道')
})
