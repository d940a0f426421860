import { expect, test, type Page } from '@playwright/test'
import { openOverview } from './overviewPage.ts'

type Child = { code: string; riskPoints: { total: number; major: number; larger: number } }
type Summary = {
  area: { name: string }
  riskPoints: Record<'total' | 'major' | 'larger' | 'general' | 'low', number>
  overdueReviews: number
  hazardSources: number
  parks: number
  children: Child[]
}

const number = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''))

/** What the panel says, figure by figure. */
async function onScreen(page: Page) {
  return page.evaluate(() => {
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
    const children = [...document.querySelectorAll<HTMLElement>('.children-list li')]
    return {
      name: text('.area-panel h1'),
      levels: ['major', 'larger', 'general', 'low'].map((level) =>
        text(`[data-figure=largerAndMajor] li[data-level=${level}] b`),
      ),
      total: text('[data-figure=riskPoints] dd'),
      overdue: text('[data-figure=overdueReviews] dd'),
      hazardSources: text('[data-figure=hazardSources] dd'),
      parks: text('[data-figure=parks] dd'),
      children: children.map((child) => ({
        code: child.dataset.code ?? '',
        total: child.querySelector('.total')?.textContent ?? '0',
      })),
    }
  })
}

async function compare(page: Page, code: string) {
  const answer = await page.request.get(`/api/summary?area=${code}`)
  const summary = (await answer.json()) as Summary
  await expect(page.locator('.area-panel h1')).toHaveText(summary.area.name)
  const shown = await onScreen(page)
  const { major, larger, general, low, total } = summary.riskPoints
  expect(shown.levels.map(number), code).toEqual([major, larger, general, low])
  expect(number(shown.total), code).toBe(total)
  expect(number(shown.overdue), code).toBe(summary.overdueReviews)
  expect(number(shown.hazardSources), code).toBe(summary.hazardSources)
  expect(number(shown.parks), code).toBe(summary.parks)
  expect(shown.children.map((child) => [child.code, number(child.total)])).toEqual(
    summary.children.map((child) => [child.code, child.riskPoints.total]),
  )
  return summary
}

// The API's own numbers are compared with SQL counts in tests/api; here they reach the screen.
test('the panel shows the figures of all 123 areas', async ({ page }) => {
  test.setTimeout(600_000)
  await openOverview(page)
  const district = await compare(page, '440307')
  let areas = 1
  for (const street of district.children) {
    await page.locator(`.children-list li[data-code="${street.code}"] button`).click()
    const summary = await compare(page, street.code)
    areas += 1
    for (const community of summary.children) {
      await page.locator(`.children-list li[data-code="${community.code}"] button`).click()
      await compare(page, community.code)
      areas += 1
      await page.keyboard.press('Escape')
      await expect(page.locator(`.children-list li[data-code="${community.code}"]`)).toBeAttached()
    }
    await page.keyboard.press('Escape')
    await expect(page.locator(`.children-list li[data-code="${street.code}"]`)).toBeAttached()
  }
  expect(areas).toBe(123)
})
