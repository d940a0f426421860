import { expect, test, type Page } from '@playwright/test'
import { coloursIn, openOverview, watchForTrouble } from './overviewPage.ts'

const drawer = (page: Page) => page.locator('[data-drawer=time]')

async function openTime(page: Page) {
  await page.locator('[data-tool=time]').click()
  await expect(drawer(page).locator('[data-figure=major] b')).toBeVisible({ timeout: 60_000 })
}

/** Sets the slider as a person would type into the date beside it. */
async function chooseDate(page: Page, date: string) {
  await drawer(page).locator('input[type=date]').fill(date)
  await drawer(page).locator('input[type=date]').blur()
}

test('a month end shows the levels of that day, on the legend and in the drawer', async ({
  page,
}) => {
  const trouble = watchForTrouble(page)
  await openOverview(page)
  await openTime(page)
  await chooseDate(page, '2026-06-30')
  await expect(page.locator('[data-banner]')).toContainText('2026-06-30 24:00')
  // The curve of the demonstration data at the end of June.
  await expect(drawer(page).locator('[data-figure=major]')).toContainText('28')
  await expect(drawer(page).locator('[data-figure=larger]')).toContainText('545')
  await expect(drawer(page).locator('[data-figure=open]')).toContainText('640')
  await expect(drawer(page).locator('[data-figure=overdue]')).toContainText('70')
  await expect(page.locator('.map-legend [data-level=major] b')).toHaveText('28')
  await expect(page.locator('.map-legend [data-level=larger] b')).toHaveText('545')
  await expect(page).toHaveURL(/day=2026-06-30/)
  await drawer(page).locator('[data-back]').click()
  await expect(page.locator('[data-banner]')).toHaveCount(0)
  await expect(page.locator('.map-legend [data-level=major] b')).toHaveText('25')
  expect(trouble).toEqual([])
})

test('playing moves the day on, and goes on while the drawer is closed', async ({ page }) => {
  await openOverview(page, '/?day=2026-03-31')
  await openTime(page)
  await drawer(page).locator('[data-play]').click()
  await page.locator('[data-tool=time]').click()
  await expect(page.locator('[data-banner]')).toContainText(/2026-0[4-9]/)
})

test('two dates: two painted maps, a date on each, a sentence; ending leaves one map', async ({
  page,
}) => {
  const trouble = watchForTrouble(page)
  await openOverview(page, '/?day=2026-10-31&day2=now')
  await expect(page.locator('[data-side=left]')).toHaveText('2026-10-31 24:00')
  await expect(page.locator('[data-side=right]')).toContainText('当前')
  await expect(page.locator('[data-difference]')).toContainText('重大风险点 26→25')
  await expect(page.locator('[data-difference]')).toContainText('40→37')
  await expect(page.locator('.maplibregl-canvas')).toHaveCount(2)
  const divider = page.getByRole('separator')
  const box = await divider.boundingBox()
  if (!box) throw new Error('no divider')
  const middle = box.x + box.width / 2
  await expect(async () => {
    const right = await coloursIn(page, { x: middle + 20, y: 380, width: 260, height: 200 })
    const left = await coloursIn(page, { x: middle - 300, y: 380, width: 260, height: 200 })
    expect(left.size).toBeGreaterThan(30)
    expect(right.size).toBeGreaterThan(30)
  }).toPass()
  const share = Number(await divider.getAttribute('aria-valuenow'))
  await divider.press('ArrowLeft')
  await expect(divider).toHaveAttribute('aria-valuenow', String(share - 2))
  const workers = page.workers().length
  await openTime(page)
  await drawer(page).locator('[data-compare-stop]').click()
  await expect(page.locator('.maplibregl-canvas')).toHaveCount(1)
  await expect.poll(() => page.workers().length).toBeLessThan(workers)
  await expect(page).not.toHaveURL(/day2/)
  expect(trouble).toEqual([])
})
