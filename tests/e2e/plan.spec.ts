import type { Site } from '#data/contract/site/siteResponses'
import { civilDayOf } from '#data/domain/clock'
import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { darkRun, hasInkAtEdge, overflowing, printed, rasterOf } from './paper.ts'
import { watchForTrouble } from './overviewPage.ts'
import { read } from './records.ts'

/** The short texts of CONTENT.md 2.2 that stand on everything printed. */
const NOTES = [
  '示意边界 非测绘成果',
  '演示数据 请勿引用',
  '示意 不替代定量风险评价',
  '内部工作用图 不得公开 未取得审图号',
  '仅园区内工矿商贸企业',
]

type Parks = { features: { properties: { code: string; name: string; demonstration: boolean } }[] }

async function demonstrationParks(request: APIRequestContext) {
  const { features } = await read<Parks>(request, '/api/parks')
  return features.map(({ properties }) => properties).filter(({ demonstration }) => demonstration)
}

async function openPlan(page: Page, query: string) {
  await page.goto(`/print/plan?${query}`)
  await expect(page.locator('.paper-sheet').first()).toBeVisible()
}

const numbersOf = (page: Page, selector: string, names: readonly string[]) =>
  page
    .locator(selector)
    .first()
    .evaluate((shape, all) => all.map((name) => Number(shape.getAttribute(name))), names)

/** Numbers and names that lie on one another, by the boxes that they have on screen. */
const collisions = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.tag, .plan-glyph')].map((each) => ({
      name: each.textContent.trim(),
      box: each.getBoundingClientRect(),
    }))
    return boxes.flatMap((a, index) =>
      boxes.slice(index + 1).flatMap((b) => {
        const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        return width > 1 && height > 1 ? [`${a.name} on ${b.name}`] : []
      }),
    )
  })

test('the plan of every demonstration park is one sheet of A3 that measures true', async ({
  page,
  request,
}) => {
  test.setTimeout(600_000)
  const trouble = watchForTrouble(page)
  const parks = await demonstrationParks(request)
  expect(parks).toHaveLength(11)
  for (const { code, name } of parks) {
    const site = await read<Site>(request, `/api/parks/${code}/site`)
    await openPlan(page, `park=${code}`)
    expect(await overflowing(page), name).toEqual([])
    expect(await collisions(page), name).toEqual([])
    const path = test.info().outputPath(`${code}.pdf`)
    const bar = await numbersOf(page, '.scale-bar', ['x', 'y', 'width', 'data-metres'])
    const swatches = await page.locator('[data-legend] > rect').evaluateAll((rects) =>
      rects.map((rect) => ({
        fill: rect.getAttribute('fill') ?? '',
        x: Number(rect.getAttribute('x')) + 4,
        y: Number(rect.getAttribute('y')) + 2,
      })),
    )
    const paper = await printed(page, path)
    expect(paper.pages, name).toBe(1)
    expect(Math.abs((paper.sizes[0]?.[0] ?? 0) - 420), name).toBeLessThan(0.6)
    expect(Math.abs((paper.sizes[0]?.[1] ?? 0) - 297), name).toBeLessThan(0.6)

    const scale = Number(/比例1:(\d+)/.exec(paper.text)?.[1])
    const [x = NaN, y = NaN, , metres = NaN] = bar
    const raster = rasterOf(path, 1, 200)
    expect(hasInkAtEdge(raster, 4), name).toBe(false)
    const stated = (metres * 1000) / scale
    expect(stated).toBeGreaterThan(30)
    expect(Math.abs(darkRun(raster, x + 3, y + 0.8) - stated), name).toBeLessThan(0.5)
    expect(swatches).toHaveLength(5)
    for (const { fill, x: across, y: down } of swatches) {
      const wanted = [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16))
      raster.at(across, down).forEach((part, index) => {
        expect(Math.abs(part - (wanted[index] ?? NaN)), `${name} ${fill}`).toBeLessThan(6)
      })
    }
    const day = civilDayOf(new Date(site.asOf))
    const wanted = [`${name}(演示)`, '安全风险四色分布图', `数据截至${day}`, site.park.street]
    for (const text of [...wanted, '编制', '审核', '批准', ...NOTES])
      expect(paper.text, name).toContain(text.replace(/\s/g, ''))
    for (const { name: point, level } of site.riskPoints)
      if (level === 'major' || level === 'larger')
        expect(paper.text, name).toContain(point.replace(/\s/g, ''))
  }
  expect(trouble).toEqual([])
})

test('every floor is a sheet, with the units of that floor and nothing of another', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000)
  const [park] = await demonstrationParks(request)
  const code = park?.code ?? ''
  const site = await read<Site>(request, `/api/parks/${code}/site`)
  const unitsOf = (floor: number) =>
    site.features.features
      .filter(({ properties }) => properties.kind === 'unit' && properties.floor === floor)
      .map(({ properties }) => properties.code)
      .sort()
  await openPlan(page, `park=${code}`)
  await page.locator('select[name=floor]').selectOption('2')
  await expect(page).toHaveURL(/floor=2/)
  const shown = await page
    .locator('.paper-sheet[data-floor="2"] .area.unit')
    .evaluateAll((areas) => areas.map((area) => area.getAttribute('data-code') ?? ''))
  expect(shown.sort()).toEqual(unitsOf(2))
  expect(shown.length).toBeGreaterThan(0)

  await page.locator('select[name=floor]').selectOption('all')
  const floors = await page.locator('select[name=floor] option').count()
  await expect(page.locator('.paper-sheet:not([data-annex])')).toHaveCount(floors - 1)
  expect(await overflowing(page)).toEqual([])
  const paper = await printed(page, test.info().outputPath('floors.pdf'))
  expect(paper.pages).toBe(await page.locator('.paper-sheet').count())
  for (const [width = 0, height = 0] of paper.sizes) {
    expect(Math.abs(width - 420)).toBeLessThan(0.6)
    expect(Math.abs(height - 297)).toBeLessThan(0.6)
  }
  expect(paper.text).toContain('2层平面')
})

test('an address without a park says what to do', async ({ page }) => {
  await page.goto('/print/plan')
  await expect(page.getByText('网址中没有园区编号')).toBeVisible()
  await expect(page.getByRole('button', { name: '打印' })).toHaveCount(0)
})
