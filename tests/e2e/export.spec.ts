import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import sharp, { type Region } from 'sharp'
import { openOverview, watchForTrouble } from './overviewPage.ts'

/** Clicks what saves a file and reads it. */
async function savedBy(page: Page, selector: string) {
  const waiting = page.waitForEvent('download')
  await page.click(selector)
  const download = await waiting
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

async function openExports(page: Page, address = '/') {
  await openOverview(page, address)
  await page.click('[data-tool="export"]')
  await expect(page.locator('.picture-preview img')).toBeVisible()
}

/** Different colours in a part of a picture. */
async function colours(png: Buffer, left: number, top: number, width: number, height: number) {
  const { data, info } = await sharp(png)
    .extract({ left, top, width, height })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const found = new Set<string>()
  for (let at = 0; at < data.length; at += info.channels) {
    found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
  }
  return found.size
}

test('the picture holds the map with its heat, the legend, the scale and the notes', async ({
  page,
}) => {
  const trouble = watchForTrouble(page)
  await openExports(page, '/?analysis=heat')
  await expect(page.locator('[data-export="heat"]')).toBeVisible()
  const { name, content } = await savedBy(page, '.picture-preview .save')
  expect(name).toMatch(/^龙岗_热力-较大以上风险值_\d{4}-\d\d-\d\d_\d{4}\.png$/)
  const { width = 0, height = 0 } = await sharp(content).metadata()
  // Twice the map between the panel of 340 pixels and the drawer of 304, and the legend of 216.
  expect(width).toBeGreaterThan(2 * (1440 - 700))
  expect(height).toBeGreaterThan(2 * (900 - 56))
  const mapWidth = width - 2 * 260
  expect(await colours(content, 100, 200, mapWidth - 200, height - 400)).toBeGreaterThan(500)
  expect(await colours(content, width - 2 * 230, 200, 2 * 214, 600)).toBeGreaterThan(30)
  expect(await colours(content, 20, height - 120, 1000, 100)).toBeGreaterThan(10)
  expect(trouble).toEqual([])
})

test('the files of the heat hold the classes that the legend shows', async ({ page }) => {
  await openExports(page, '/?analysis=heat')
  const { content } = await savedBy(page, '[data-export="heat"] button:has-text("GeoJSON")')
  const parsed = JSON.parse(content.toString()) as {
    features: { properties: { from: number } }[]
    metadata: { unit: string; notes: string[] }
  }
  expect(parsed.metadata.unit).toBe('折合个/km²')
  expect(parsed.metadata.notes).toContain('示意边界 非测绘成果')
  const shown = await page.locator('.analysis-legend .class-bar span').allTextContents()
  const first = parsed.features.map(({ properties }) => properties.from)
  expect(first.length).toBeGreaterThan(0)
  for (const from of first) expect(shown.join(' ')).toContain(String(from))
})

test('the CSV of the risk points has as many rows as the legend counts', async ({ page }) => {
  await openExports(page, '/?levels=major,larger')
  const counts = await page.locator('.map-legend .levels b').allTextContents()
  const total = counts.slice(0, 2).reduce((sum, text) => sum + Number(text.replace(',', '')), 0)
  const { name, content } = await savedBy(page, '[data-export="riskPoints"] button:has-text("CSV")')
  expect(name).toMatch(/^龙岗_龙岗区-风险点_.*\.csv$/)
  const lines = content.toString().trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFF编号,名称,风险等级,.*,数据截至,来源,说明$/)
  expect(total).toBeGreaterThan(0)
  expect(lines).toHaveLength(total + 1)
  expect(lines[1]).toContain('演示数据 请勿引用')
})

/** How many of the pixels of two pictures of one size differ, in a part of them. */
async function differing(one: Buffer, other: Buffer, part: Region) {
  const [left, right] = await Promise.all(
    [one, other].map((png) => sharp(png).extract(part).removeAlpha().raw().toBuffer()),
  )
  let found = 0
  for (let at = 0; at < left!.length; at += 3) {
    const isSame = [0, 1, 2].every((band) => Math.abs(left![at + band]! - right![at + band]!) < 24)
    if (!isSame) found += 1
  }
  return found
}

test('of two dates the picture and the table hold both, also after the second map was lost', async ({
  page,
}) => {
  await openExports(page, '/?day=2026-01-31&day2=now')
  await expect(page.locator('[data-difference]')).toContainText('重大风险点 31→25')
  await page.locator('.second-canvas canvas').evaluate((canvas: HTMLCanvasElement) => {
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(page.locator('.swipe-map .trouble')).toBeVisible()
  await expect(page.locator('.swipe-map .trouble')).toHaveCount(0)
  await expect(page.locator('.maplibregl-canvas')).toHaveCount(2)
  const both = await savedBy(page, '.picture-preview .save')
  expect(both.name).toMatch(/_2026-01-31_\d{4}-\d\d-\d\d\.png$/)
  const { content } = await savedBy(page, '[data-export="timeDays"] button')
  const [, major] = content.toString().split('\r\n')
  expect(major).toMatch(
    /^龙岗区,440307,重大风险点,个,2026-01-31 24:00,31,\d{4}-\d\d-\d\d \d\d:\d\d,25,-6,/,
  )
  const divider = page.getByRole('separator')
  const { x = 0, width: breadth = 0 } = (await divider.boundingBox()) ?? {}
  await divider.press('Home')
  const later = await savedBy(page, '.picture-preview .save')
  const { width = 0, height = 0 } = await sharp(both.content).metadata()
  const mapWidth = width - 2 * 260
  const middle = Math.round(2 * (x + breadth / 2 - 352))
  const part = { top: 400, height: height - 700 }
  // Left of the divider another date was seen before; right of it the same.
  const left = { ...part, left: 40, width: middle - 80 }
  const right = { ...part, left: middle + 80, width: mapWidth - middle - 120 }
  expect(await differing(both.content, later.content, left)).toBeGreaterThan(400)
  expect(await differing(both.content, later.content, right)).toBeLessThan(100)
})

test('the points of a past day are those of that day, and say it', async ({ page }) => {
  await openExports(page, '/?day=2026-06-30&levels=major')
  await expect(page.locator('.map-legend [data-level=major] b')).toHaveText('28')
  const { name, content } = await savedBy(page, '[data-export="riskPoints"] button:has-text("CSV")')
  expect(name).toBe('龙岗_龙岗区-风险点_2026-06-30.csv')
  const rows = content.toString().trimEnd().split('\r\n').slice(1)
  expect(rows).toHaveLength(28)
  expect(rows.every((row) => row.includes(',2026-06-30 24:00,'))).toBe(true)
})

for (const size of [
  { width: 390, height: 844 },
  { width: 360, height: 780 },
]) {
  test(`on a phone ${size.width} wide the open legend leaves the map`, async ({ page }) => {
    await page.setViewportSize(size)
    await page.goto('/?analysis=hotspots')
    await page.click('.map-legend .fold')
    await expect(page.locator('.hotspot-finding')).toBeInViewport()
    const legend = await page.locator('.map-legend').boundingBox()
    const sheet = await page.locator('.side-panel').boundingBox()
    expect(legend!.height).toBeLessThanOrEqual((sheet!.y - 56) * 0.42)
  })
}
