import type { Site } from '#data/contract/site/siteResponses'
import { expect, test } from '@playwright/test'
import { encode } from 'uqr'
import { watchForTrouble } from './overviewPage.ts'
import { hasInkAtEdge, isDark, printed, rasterOf, type Raster } from './paper.ts'
import { read, type Point } from './records.ts'

type Run = { from: number; to: number; dark: boolean }

function runsOf(raster: Raster, row: number): Run[] {
  const step = 1 / raster.dotsPerMillimetre
  const runs: Run[] = []
  for (let column = 0; column < raster.width; column++) {
    const dark = isDark(raster.at((column + 0.5) * step, (row + 0.5) * step))
    const last = runs.at(-1)
    if (last?.dark === dark) last.to = column + 1
    else runs.push({ from: column, to: column + 1, dark })
  }
  return runs
}

/** Left edges of the finder patterns that a row of dots crosses: dark and light as 1:1:3:1:1. */
function findersOf(runs: readonly Run[]): { from: number; to: number }[] {
  return runs.flatMap((first, index) => {
    const five = runs.slice(index, index + 5)
    if (!first.dark || five.length < 5) return []
    const [from, to] = [first.from, five[4]!.to]
    const module = (to - from) / 7
    const fits = five.every(({ from: start, to: end }, at) => {
      const wanted = module * (at === 2 ? 3 : 1)
      return Math.abs(end - start - wanted) < module * 0.5
    })
    return module >= 4 && fits ? [{ from, to }] : []
  })
}

/**
 * The dark modules of the code on a sheet, found by its finder patterns as a reader does, and its
 * side with the quiet zone in millimetres.
 */
function codeOn(raster: Raster, modules: number) {
  const crossed: { row: number; from: number; to: number }[] = []
  for (let row = 0; row < raster.height; row++) {
    const finders = findersOf(runsOf(raster, row))
    const [first, last] = [finders[0], finders.at(-1)]
    if (!first || !last || last === first) continue
    // Letters may look like one, but not like two that stand as far apart as those of this code.
    const [small, large] = [(first.to - first.from) / 7, (last.to - first.from) / modules]
    if (Math.abs(small - large) < large * 0.1) crossed.push({ row, from: first.from, to: last.to })
  }
  const top = crossed[0]
  if (!top) throw new Error('no code is on the sheet')
  const side = (top.to - top.from) / modules
  // The middle three modules of the upper patterns are crossed: rows 2 to 4 of the code.
  const upper = crossed.filter(({ row }) => row < top.row + side * 3.5)
  const middle = upper.reduce((sum, { row }) => sum + row, 0) / upper.length
  const step = 1 / raster.dotsPerMillimetre
  const isModuleDark = (x: number, y: number) =>
    isDark(raster.at((top.from + (x + 0.5) * side) * step, (middle + 0.5 + (y - 3) * side) * step))
  const rows = Array.from({ length: modules }, (_, y) =>
    Array.from({ length: modules }, (__, x) => isModuleDark(x, y)),
  )
  const quiet = Array.from({ length: modules + 8 }, (_, at) =>
    [1, 2, 3, 4].some(
      (away) =>
        isModuleDark(at - 4, -away) ||
        isModuleDark(at - 4, modules - 1 + away) ||
        isModuleDark(-away, at - 4) ||
        isModuleDark(modules - 1 + away, at - 4),
    ),
  )
  return { rows, isQuiet: !quiet.includes(true), millimetres: side * (modules + 8) * step }
}

/** The code on the sheet is that of the address, dot for dot. */
function expectCode(raster: Raster, address: string) {
  const { data } = encode(address, { ecc: 'M', border: 0 })
  const { rows, isQuiet, millimetres } = codeOn(raster, data.length)
  expect(rows).toEqual(data)
  expect(isQuiet).toBe(true)
  expect(millimetres).toBeGreaterThanOrEqual(30)
}

const A4 = [210, 297] as const
function expectA4(sizes: readonly number[][]) {
  for (const size of sizes)
    size.forEach((each, index) => {
      expect(Math.abs(each - (A4[index] ?? NaN))).toBeLessThan(0.6)
    })
}
const squeezed = (text: string) => text.replace(/\s/g, '')

test('the card of a grave risk point says six things on A4, and its code opens the point', async ({
  page,
  request,
  baseURL,
}) => {
  const trouble = watchForTrouble(page)
  const { items } = await read<{ items: Point[] }>(request, '/api/risk-points?level=major&limit=1')
  const [point] = items
  await page.goto(`/print/notice-card?point=${point?.code}`)
  const card = page.locator('.notice-card')
  await expect(card.locator('.notice-field')).toHaveCount(6)
  await expect(card.locator('[data-level=major]')).toContainText('重大风险点')
  await expect(card).toContainText('手机打不开')
  await expect(card).not.toContainText('载入')
  // The head of the park comes with an answer of its own.
  await expect(page.locator('.notice-field').last()).toContainText('演示号码')
  await page.waitForLoadState('networkidle')
  const path = test.info().outputPath('card.pdf')
  const paper = await printed(page, path)
  expect(paper.pages).toBe(1)
  expectA4(paper.sizes)
  for (const heading of [
    '主要风险',
    '可能引发隐患类别',
    '事故后果',
    '管控措施',
    '应急措施',
    '报告方式',
    '12350',
    '包保责任人',
    '演示数据 请勿引用',
    point?.code ?? '',
  ]) {
    expect(paper.text).toContain(squeezed(heading))
  }
  // Nothing is cut off: every line of the card is on the paper.
  for (const line of await card.locator('p, dd, li').allInnerTexts())
    expect(paper.text).toContain(squeezed(line))
  const raster = rasterOf(path, 1, 300)
  expect(hasInkAtEdge(raster, 4)).toBe(false)
  const { areaCode, parkCode, code } = point!
  expectCode(raster, `${baseURL}/?area=${areaCode}&park=${parkCode}&point=${code}`)
  await page.goto(`/?area=${areaCode}&park=${parkCode}&point=${code}`)
  await expect(page.locator('.risk-point-card h1')).toContainText(point!.name)
  expect(trouble).toEqual([])
})

test('the board of a park lists what is grave there, and a long list repeats its head', async ({
  page,
  request,
  baseURL,
}) => {
  const trouble = watchForTrouble(page)
  const { items } = await read<{ items: Point[] }>(request, '/api/risk-points?level=major&limit=1')
  const parkCode = items[0]?.parkCode ?? ''
  const site = await read<Site>(request, `/api/parks/${parkCode}/site`)
  const grave = site.riskPoints.filter(({ level }) => level === 'major' || level === 'larger')
  expect(grave.length).toBeGreaterThan(0)
  // As many as fill more than one sheet, whatever the park has.
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...grave[index % grave.length]!,
    code: `LONG-${100 + index}`,
    name: `风险点第${100 + index}号`,
  }))
  await page.goto(`/print/notice-board?park=${parkCode}`)
  const board = page.locator('.notice-board')
  await expect(board.locator('tbody tr')).toHaveCount(grave.length)
  await expect(board.locator('.board-plan .plan-drawing')).toBeVisible()
  const path = test.info().outputPath('board.pdf')
  const paper = await printed(page, path)
  expectA4(paper.sizes)
  for (const cell of await board.locator('td, li, th').allInnerTexts())
    expect(paper.text).toContain(squeezed(cell))
  const raster = rasterOf(path, 1, 300)
  expect(hasInkAtEdge(raster, 4)).toBe(false)
  expectCode(raster, `${baseURL}/?area=${site.park.areaCode}&park=${parkCode}`)

  await page.route(`**/api/parks/${parkCode}/site`, (route) =>
    route.fulfill({ json: { ...site, riskPoints: many } }),
  )
  await page.reload()
  await expect(board.locator('tbody tr')).toHaveCount(60)
  const long = await printed(page, test.info().outputPath('long.pdf'))
  expect(long.pages).toBeGreaterThan(2)
  expectA4(long.sizes)
  expect(long.text.split('编号名称位置等级').length - 1).toBeGreaterThanOrEqual(2)
  for (const { name } of many) expect(long.text).toContain(name)
  expect(trouble).toEqual([])
})
