import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
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
  expect(name).toMatch(/^龙岗_热力_\d{4}-\d\d-\d\d_\d{4}\.png$/)
  const { width = 0, height = 0 } = await sharp(content).metadata()
  // Twice the map beside the panel of 340 pixels and the legend of 216.
  expect(width).toBeGreaterThan(2 * (1440 - 400))
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
