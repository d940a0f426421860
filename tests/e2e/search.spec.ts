import { expect, test } from '@playwright/test'
import { openOverview } from './overviewPage.ts'

test('Ctrl K, initials, Enter: 坂田街道 is open', async ({ page }) => {
  await openOverview(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('bt')
  await expect(page.getByRole('option').first()).toContainText('坂田街道')
  await page.keyboard.press('Enter')
  await expect(page.locator('.area-panel h1')).toHaveText('坂田街道')
})

test('two communities of one name are told apart', async ({ page }) => {
  await openOverview(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('凤凰社区')
  await expect(
    page.getByRole('option', { name: /凤凰社区/ }).filter({ hasText: '平湖街道' }),
  ).toHaveCount(1)
  await page
    .getByRole('option', { name: /凤凰社区/ })
    .filter({ hasText: '布吉街道' })
    .click()
  await expect(page).toHaveURL(/area=440307014014/)
})

test('nothing found says what to try', async ({ page }) => {
  await openOverview(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('%_%')
  await expect(page.locator('.results')).toContainText('没有找到')
})

test('Esc empties the box for the next search', async ({ page }) => {
  await openOverview(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('bt')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('凤凰')
  await expect(page.getByRole('option').first()).toContainText('凤凰社区')
})
