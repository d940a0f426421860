import { expect, test, type Page } from '@playwright/test'
import { cameraRests, coloursIn, openOverview } from './overviewPage.ts'

/** The colour of names in the dark theme, where nothing is blended into it. */
const LABEL = '242,247,252'
const MAP_PART = { x: 380, y: 80, width: 900, height: 640 }

async function labelPixels(page: Page, address: string) {
  await openOverview(page, address)
  await cameraRests(page)
  await page.waitForTimeout(1500)
  return (await coloursIn(page, MAP_PART)).get(LABEL) ?? 0
}

test('marks never cover a label: switching them off uncovers no pixel of a name', async ({
  page,
}) => {
  // Levels that are drawn one by one, and no 重大危险源: numbers of clusters and its rings would
  // have the colour of names.
  const view = '/?area=440307013&levels=major,larger'
  const withMarks = await labelPixels(page, view)
  await page.getByRole('button', { name: '图层与筛选' }).click()
  await page.locator('[data-layer=riskPoints]').uncheck()
  await page.locator('[data-layer=hazardSources]').uncheck()
  await page.keyboard.press('Escape')
  await expect(page.locator('.points-state')).toContainText('风险点图层已关')
  await page.waitForTimeout(1500)
  const withoutMarks = (await coloursIn(page, MAP_PART)).get(LABEL) ?? 0
  expect(withoutMarks).toBeGreaterThan(150)
  expect(Math.abs(withMarks - withoutMarks) / withoutMarks).toBeLessThan(0.02)
})
