import type { Around } from '#data/contract/analysis/aroundResponses'
import { expect, test } from '@playwright/test'
import { asked, busyPlace, drawer, expectFigures, openTool } from './aroundPage.ts'
import { cameraRests, openOverview, pixelOf, watchForTrouble } from './overviewPage.ts'
import { read } from './records.ts'

let PLACE: readonly [number, number]
test.beforeAll(async ({ request }) => {
  PLACE = await busyPlace(request)
})

test('Esc leaves the drawing only; a polygon drawn by mouse is searched', async ({
  page,
  request,
}) => {
  const trouble = watchForTrouble(page)
  await openOverview(page, `/?map=${PLACE.join(',')},14`)
  await openTool(page)
  await page.locator('[data-hand=polygon]').click()
  await expect(page.locator('[data-drawing=polygon]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-drawing]')).toHaveCount(0)
  await expect(drawer(page)).toBeVisible()

  await page.locator('[data-hand=polygon]').click()
  const finish = page.locator('[data-action=finish]')
  await expect(finish).toBeVisible()
  await expect(page.locator('canvas.maplibregl-canvas')).toBeFocused()
  const middle = pixelOf(page, PLACE)
  const corners = [
    [-90, -80],
    [90, -80],
    [90, 90],
    [-90, 90],
    [-160, 0],
  ] as const
  for (const [dx, dy] of corners) {
    await page.mouse.move(middle.x + dx, middle.y + dy, { steps: 4 })
    await page.mouse.click(middle.x + dx, middle.y + dy)
    await page.waitForTimeout(400)
  }
  // The last corner was one too many: a square is meant.
  await page.keyboard.press('Delete')
  await finish.click()
  await expect(page.locator('[data-drawing]')).toHaveCount(0)
  await expect.poll(() => asked(page)?.split(';').length).toBe(5)
  const parts = asked(page)?.split(';') ?? []
  expect(parts.pop()).toBe('0')
  const answer = await read<Around>(request, `/api/around?shape=${parts.join(';')}&radius=0`)
  expect(answer.riskPoints.total).toBeGreaterThan(0)
  await expectFigures(page, answer)
  expect(trouble).toEqual([])
})

test('the click that ends a circle opens nothing, and the next one opens again', async ({
  page,
}) => {
  const trouble = watchForTrouble(page)
  await openOverview(page, `/?map=${PLACE.join(',')},14`)
  await openTool(page)
  await page.locator('[data-hand=circle]').click()
  await expect(page.locator('canvas.maplibregl-canvas')).toBeFocused()
  const middle = pixelOf(page, PLACE)
  for (const dx of [0, 120]) {
    await page.mouse.move(middle.x + dx, middle.y, { steps: 4 })
    await page.mouse.click(middle.x + dx, middle.y)
    await page.waitForTimeout(400)
  }
  await expect(page.locator('[data-drawing]')).toHaveCount(0)
  await expect.poll(() => asked(page)).toMatch(/^[^;]+,\d+$/)
  await expect(drawer(page).locator('[data-figure=enterprises]')).toBeVisible()
  await cameraRests(page)
  const opened = () => new URL(page.url()).searchParams.get('area')
  expect(opened()).toBeNull()
  const { x, y } = pixelOf(page, PLACE)
  await page.mouse.click(x - 40, y - 40)
  await expect.poll(opened).not.toBeNull()
  expect(trouble).toEqual([])
})
