import { expect, test } from '@playwright/test'
import { openOverview } from './overviewPage.ts'

test('the calculator stays while a lowering is announced', async ({ page }) => {
  await openOverview(page)
  const answer = await page.request.get('/api/risk-points?level=major&limit=1')
  const [point] = ((await answer.json()) as { items: { code: string }[] }).items
  await openOverview(page, `/?point=${point!.code}`)
  await page.locator('[data-action=regrade]').click()
  const calculator = page.locator('.grading-calculator')
  const heightBefore = (await calculator.boundingBox())?.height ?? 0
  await page.locator('select[data-factor=l]').selectOption('0.1')
  await expect(page.locator('.lowering')).toBeVisible()
  expect((await calculator.boundingBox())?.height).toBeGreaterThan(heightBefore * 0.8)
  await expect(page.locator('select[data-factor=e]')).toBeVisible()
})
