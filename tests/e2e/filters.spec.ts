import { expect, test } from '@playwright/test'
import { cameraRests, coloursIn, openOverview, watchForTrouble } from './overviewPage.ts'

test('the legend filters the map, its counts and the link', async ({ page, context }) => {
  const trouble = watchForTrouble(page)
  await openOverview(page)
  await page.locator('.levels button[data-level=low]').click()
  await page.locator('.levels button[data-level=general]').click()
  await expect(page).toHaveURL(/levels=major,larger|levels=major%2Clarger/)
  await expect(page.locator('.points-state')).toContainText('全区共 524 个')
  await cameraRests(page)
  const copy = await context.newPage()
  await openOverview(copy, page.url())
  await expect(copy.locator('.levels button[data-level=low]')).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await expect(copy.locator('.points-state')).toContainText('全区共 524 个')
  await page.locator('.reset').click()
  await expect(page.locator('.points-state')).toContainText('全区共 12,480 个')
  expect(trouble).toEqual([])
})

test('only 重大危险源: five points', async ({ page }) => {
  await openOverview(page, '/?only=majorHazardsOnly')
  await expect(page.locator('.points-state')).toContainText('图上 5 / 全区共 5 个')
})

test('layers and measure are switched in the drawer and kept in the link', async ({ page }) => {
  await openOverview(page)
  await cameraRests(page)
  const clip = { x: 640, y: 120, width: 640, height: 640 }
  const before = await coloursIn(page, clip)
  await page.getByRole('button', { name: '图层与筛选' }).click()
  await page.locator('[data-measure=highestLevel]').check()
  await page.locator('[data-layer=riskPoints]').uncheck()
  await expect(page).toHaveURL(/measure=highestLevel/)
  await expect(page).toHaveURL(/layers=riskPoints/)
  await page.waitForTimeout(800)
  const after = await coloursIn(page, clip)
  const strongest = ([...colours]: Iterable<[string, number]>) =>
    [...colours].sort((left, right) => right[1] - left[1])[1]?.[0]
  expect(strongest(after)).not.toBe(strongest(before))
})

test('the panel says that it counts everything while the map is filtered', async ({ page }) => {
  await openOverview(page, '/?levels=major')
  await expect(page.locator('.area-panel')).toContainText('不随筛选变化')
})

test('a link to an area that does not exist says so', async ({ page }) => {
  await openOverview(page, '/?area=999999')
  await expect(page.locator('.notice-bar')).toContainText('请核对链接')
})

test('the legend opens whole on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('button', { name: '显示图例' }).click()
  const box = await page.locator('.map-legend').boundingBox()
  expect(box?.width).toBeGreaterThan(250)
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
})
