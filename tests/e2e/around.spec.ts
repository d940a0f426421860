import { execFileSync } from 'node:child_process'
import type { Around } from '#data/contract/analysis/aroundResponses'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import type { Domino } from '#data/contract/analysis/dominoResponses'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { expect, test } from '@playwright/test'
import { asked, busyPlace, drawer, expectFigures, grouped, openTool } from './aroundPage.ts'
import {
  cameraOf,
  cameraRests,
  coloursIn,
  openOverview,
  pixelOf,
  watchForTrouble,
} from './overviewPage.ts'
import { read } from './records.ts'

let PLACE: readonly [number, number]
test.beforeAll(async ({ request }) => {
  PLACE = await busyPlace(request)
})

test('a place is picked on the map, its figures are those of the API, and it goes again', async ({
  page,
  request,
}) => {
  const trouble = watchForTrouble(page)
  await openOverview(page, `/?map=${PLACE.join(',')},14`)
  await openTool(page)
  await page.locator('[data-hand=point]').click()
  await expect(page.locator('[data-drawing=point]')).toBeVisible()
  const { x, y } = pixelOf(page, PLACE)
  await page.mouse.click(x, y)
  await expect(page.locator('[data-drawing]')).toHaveCount(0)
  await expect.poll(() => asked(page)).toMatch(/,500$/)
  const [longitude, latitude] = (asked(page) ?? '').split(',').map(Number)
  expect(longitude).toBeCloseTo(PLACE[0], 3)
  expect(latitude).toBeCloseTo(PLACE[1], 3)
  const query = `longitude=${longitude}&latitude=${latitude}&radius=500`
  const answer = await read<Around>(request, `/api/around?${query}`)
  expect(answer.riskPoints.total).toBeGreaterThan(0)
  await expectFigures(page, answer)
  const nearest = drawer(page).locator('[data-list=nearest]')
  for (const place of Object.values(answer.nearest)) {
    await expect(nearest.locator(`[data-code="${place?.code}"]`)).toContainText(place?.name ?? '')
  }

  // A wider circle is asked for when the slider rests.
  await page.locator('[data-field=radius]').fill('1000')
  await expect.poll(() => asked(page)).toMatch(/,1000$/)
  await expectFigures(
    page,
    await read<Around>(request, `/api/around?${query.replace('radius=500', 'radius=1000')}`),
  )

  await cameraRests(page)
  const centre = pixelOf(page, [longitude ?? 0, latitude ?? 0])
  const clip = { x: centre.x - 60, y: centre.y - 60, width: 120, height: 120 }
  const shown = await coloursIn(page, clip)
  await page.locator('[data-action=clear]').click()
  await expect.poll(() => asked(page)).toBeNull()
  await expect(page.locator('[data-tool=around] i')).toHaveCount(0)
  await cameraRests(page)
  const bare = await coloursIn(page, clip)
  const isNew = [...shown.keys()].filter((colour) => !bare.has(colour))
  expect(isNew.length).toBeGreaterThan(20)
  expect(trouble).toEqual([])
})

test('a link that says where the map looks is opened there', async ({ page }) => {
  const trouble = watchForTrouble(page)
  const camera = { longitude: PLACE[0] + 0.12, latitude: PLACE[1], zoom: 13 }
  const { longitude, latitude, zoom } = camera
  const link = `/?around=${PLACE.join(',')},800&map=${longitude.toFixed(5)},${latitude.toFixed(5)},${zoom}`
  await openOverview(page, link)
  await openTool(page)
  await expect(drawer(page).locator('[data-figure=enterprises]')).toBeVisible()
  await cameraRests(page)
  expect(cameraOf(page).longitude).toBeCloseTo(longitude, 3)
  expect(cameraOf(page).zoom).toBeCloseTo(zoom, 1)
  // Another question is looked for again.
  await page.locator('[data-field=radius]').fill('1500')
  await expect.poll(() => Math.abs(cameraOf(page).longitude - longitude)).toBeGreaterThan(0.05)
  expect(trouble).toEqual([])
})

test('a link asks the same, and its paper holds the figures, lists and standing notes', async ({
  page,
  request,
}) => {
  const trouble = watchForTrouble(page)
  const around = `${PLACE.join(',')},800`
  const query = `longitude=${PLACE[0]}&latitude=${PLACE[1]}&radius=800&speed=250&detour=1.4`
  const answer = await read<Around>(request, `/api/around?${query}`)
  await page.goto(`/print/around?around=${around}&travel=250,1.4`)
  const paper = page.locator('.around-paper')
  await expect(paper.locator('.around-picture .park')).not.toHaveCount(0)
  // A mark is some millimetres on a picture of 180, and the title says which community it is.
  const picture = await paper.locator('.around-picture').boundingBox()
  const mark = await paper.locator('.around-picture [data-point]').first().boundingBox()
  expect(mark?.width).toBeGreaterThan((picture?.width ?? 0) * (1 / 180))
  expect(mark?.width).toBeLessThan((picture?.width ?? 0) * (4 / 180))
  await expect(paper.locator('h1')).toContainText(/街道.+社区\(/)
  const path = test.info().outputPath('around.pdf')
  await page.pdf({ path, preferCSSPageSize: true })
  const printed = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  const flat = printed.replace(/\s/g, '')
  for (const note of await paper.locator('.notes li').allInnerTexts()) {
    expect(flat).toContain(note.replace(/\s/g, ''))
  }
  expect(await paper.locator('.notes li').count()).toBe(6)
  for (const text of [
    '800m',
    '250m/分钟、绕行系数1.4',
    '位置示意图',
    answer.nearest.microFireStation?.name ?? '',
    answer.enterprises.total.toLocaleString('en-US'),
  ]) {
    expect(text).not.toBe('')
    expect(flat).toContain(text.replace(/\s/g, ''))
  }
  const figures = paper.locator('.figures p')
  await expect(figures.first()).toContainText(grouped(answer.riskPoints.total))
  for (const level of RISK_LEVEL_ORDER) {
    await expect(paper.locator(`.figures [data-level=${level}] strong`)).toHaveText(
      grouped(answer.riskPoints[level]),
    )
  }
  // Every row is on the paper: nothing is cut off.
  for (const cell of await paper.locator('td:first-child').allInnerTexts()) {
    expect(flat).toContain(cell.replace(/\s/g, ''))
  }
  expect(trouble).toEqual([])
})

test('coverage lists what no station reaches, and opens it', async ({ page, request }) => {
  const trouble = watchForTrouble(page)
  const answer = await read<Coverage>(request, '/api/coverage?area=440307')
  const { covered, uncovered } = answer.riskPoints
  await openOverview(page)
  await openTool(page, 'coverage')
  await page.locator('[data-action=show]').click()
  for (const level of RISK_LEVEL_ORDER) {
    const row = drawer(page).locator(`tr[data-level=${level}]`)
    await expect(row.locator('[data-figure=covered]')).toHaveText(grouped(covered[level]))
    await expect(row.locator('[data-figure=uncovered]')).toHaveText(grouped(uncovered[level]))
  }
  const list = drawer(page).locator('[data-list=uncovered]')
  await expect(list.locator('h3')).toContainText(grouped(answer.uncoveredPoints.total))
  const codes = answer.uncoveredPoints.items.map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(0)
  if (codes.length > 6) await list.locator('.more').click()
  await expect(list.locator('li')).toHaveCount(codes.length)
  const listed = await list
    .locator('li')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')))
  expect(listed).toEqual(codes)

  // A shorter time leaves more of them out.
  await page.locator('[data-field=reach]').fill('2')
  await page.locator('[data-field=reach]').press('Enter')
  await expect.poll(() => page.url()).toMatch(/coverage=440307(,|%2C)2/)
  const narrower = await read<Coverage>(request, '/api/coverage?area=440307&minutes=2')
  expect(narrower.riskPoints.covered.total).toBeLessThan(covered.total)
  await expect(drawer(page).locator('tr[data-level=low] [data-figure=covered]')).toHaveText(
    grouped(narrower.riskPoints.covered.low),
  )

  const worst = narrower.uncoveredPoints.items[0]
  await list.locator('li button').first().click()
  await expect.poll(() => page.url()).toContain(worst?.code ?? 'none')
  await page.locator('[data-action=clear]').click()
  await expect.poll(() => page.url()).not.toContain('coverage=')
  expect(trouble).toEqual([])
})

test('domino groups are listed with their members, flown to, and taken off', async ({
  page,
  request,
}) => {
  const trouble = watchForTrouble(page)
  const answer = await read<Domino>(request, '/api/domino?area=440307')
  expect(answer.groups.total).toBeGreaterThan(0)
  await openOverview(page)
  await openTool(page, 'domino')
  await expect(drawer(page)).toContainText('示意 不替代定量风险评价')
  await page.locator('[data-action=show]').click()
  await expect(drawer(page).locator('[data-group]')).toHaveCount(answer.groups.items.length)
  const [first] = answer.groups.items
  const group = drawer(page).locator('[data-group="1"]')
  await group.locator('summary').click()
  for (const { code, name } of first?.members.slice(0, 10) ?? []) {
    await expect(group.locator(`[data-code="${code}"]`)).toContainText(name)
  }
  const before = page.url()
  await group.locator('[data-fly]').click()
  await expect.poll(() => page.url()).not.toBe(before)
  await cameraRests(page)
  // All of it is on the part of the map that the drawer leaves free.
  const box = await drawer(page).boundingBox()
  for (const { longitude, latitude } of first?.members ?? []) {
    const { x, y } = pixelOf(page, [longitude, latitude])
    expect(x).toBeLessThan(box?.x ?? 0)
    expect(y).toBeGreaterThan(0)
  }
  await page.locator('[data-action=clear]').click()
  await expect.poll(() => page.url()).not.toContain('domino=')
  await expect(page.locator('[data-tool=around] i')).toHaveCount(0)
  expect(trouble).toEqual([])
})
