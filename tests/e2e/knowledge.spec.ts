import { expect, test } from '@playwright/test'
import { openOverview, watchForTrouble } from './overviewPage.ts'

test('from the map to the standards and back to the same view', async ({ page }) => {
  const trouble = watchForTrouble(page)
  await openOverview(page, '/?area=440307013')
  await page.getByRole('link', { name: '分级与标准' }).click()
  await expect(page).toHaveURL(/\/knowledge$/)
  await expect(page).toHaveTitle(/^分级与标准 · /)
  await expect(page.getByRole('link', { name: '分级与标准' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await page.getByRole('link', { name: '总览' }).click()
  await expect(page).toHaveURL(/area=440307013/)
  await expect(page.locator('.area-panel h1')).toHaveText('坂田街道')
  await expect(page.locator('.points-state')).toContainText('图上')
  await expect(page.locator('.map-labels li').first()).toBeAttached()
  expect(trouble).toEqual([])
})

test('LEC on screen is what the API answers', async ({ page }) => {
  await page.goto('/knowledge')
  const { score, level } = (await (
    await page.request.get('/api/grading/lec?l=3&e=6&c=15')
  ).json()) as { score: number; level: string }
  for (const words of ['可能,但不经常', '每天工作时间内暴露', '非常严重,一人死亡']) {
    await page.getByText(words, { exact: true }).click()
  }
  await expect(page.locator('.working')).toContainText(`D = L × E × C = 3 × 6 × 15 = ${score}`)
  await expect(page.locator('.level-bands [aria-current]')).toHaveAttribute('data-band', level)
})

test('the risk matrix goes by the keyboard alone', async ({ page }) => {
  await page.goto('/knowledge')
  await page.locator('[data-method=LS]').press('Enter')
  await page.locator('[data-cell="3-3"]').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.locator('.working')).toContainText('R = L × S = 4 × 4 = 16 → 较大风险点')
})

test('a unit of two substances is graded as the API grades it', async ({ page }) => {
  await page.goto('/knowledge#major-hazard')
  const fill = async (row: number, typed: string, tonnes: string) => {
    await page.locator(`[data-row="${row}"] [role=combobox]`).fill(typed)
    await page.keyboard.press('Enter')
    await page.locator(`[data-row="${row}"] [data-input=quantity]`).fill(tonnes)
  }
  await fill(0, '7664-41-7', '26')
  await page.getByRole('button', { name: '增加一种物质' }).click()
  await fill(1, 'W5.3', '300')
  await page.locator('[data-input=people]').fill('120')
  const answer = await page.request.post('/api/grading/major-hazard', {
    data: {
      exposedPeople: 120,
      substances: [
        { cas: '7664-41-7', quantityTonnes: 26 },
        { hazardClass: 'W5.3', quantityTonnes: 300 },
      ],
    },
  })
  const { s, r, grade } = (await answer.json()) as { s: number; r: number; grade: number }
  expect(grade).toBe(3)
  await expect(page.locator('.grade')).toHaveText('三级重大危险源')
  await expect(page.locator('[data-working=s]')).toContainText(`= ${s} ≥ 1`)
  await expect(page.locator('[data-working=r]')).toContainText(`= ${r}`)
})

test('every section has an address, and Back goes through them', async ({ page }) => {
  const trouble = watchForTrouble(page)
  await page.goto('/knowledge#clauses')
  await expect(page.locator('[data-section=clauses]')).toBeVisible()
  await page.locator('[data-input=day]').fill('2026-06-30')
  await expect(page.locator('[data-table=standards]')).toContainText(
    /GB 6441-1986.*2026-06-30 施行/,
  )
  await page.getByRole('link', { name: '行业' }).click()
  await expect(page).toHaveURL(/#industries$/)
  await page.locator('[data-filter-text]').fill('C33')
  await expect(page.locator('[data-table=industries] td').first()).toHaveText('C33')
  await page.goBack()
  await expect(page.locator('[data-section=clauses]')).toBeVisible()
  expect(trouble).toEqual([])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the pages are behind one button, and nothing is wider than the screen', async ({
    page,
  }) => {
    await page.goto('/knowledge#substances')
    await expect(page.getByRole('link', { name: '物质与临界量' })).toBeInViewport()
    const sections = page.locator('.sections a')
    for (let index = 0; index < (await sections.count()); index += 1) {
      await sections.nth(index).click()
      const widths = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.querySelector('#panel')?.scrollWidth ?? 0,
      ])
      expect(Math.max(...widths), await sections.nth(index).innerText()).toBeLessThanOrEqual(390)
    }
    await page.getByRole('button', { name: '页面' }).click()
    await page.getByRole('link', { name: '总览' }).click()
    await expect(page).toHaveURL(/\/(\?|$)/)
  })
})
