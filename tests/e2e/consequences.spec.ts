import { expect, test, type Page } from '@playwright/test'
import { cameraRests, coloursIn, openOverview, pixelOf, watchForTrouble } from './overviewPage.ts'

/** Methane: a fuel whose heat of combustion the form knows. */
const CAS = '74-82-8'
/** The gravest ring in the dark theme, and the part of the page where only the map is. */
const RING = '255,157,230'
const MAP_PART = { x: 380, y: 80, width: 900, height: 560 }
/** What the panel and the bar leave of a page of 1440 × 900. */
const FREE = { left: 352, top: 56, right: 1440, bottom: 900 }

type Detail = {
  code: string
  longitude: number
  latitude: number
  hazardSources: {
    code: string
    substances: { cas: string | null; designedQuantityTonnes: number }[]
  }[]
}
type Radii = Record<'death' | 'seriousInjury' | 'minorInjury' | 'property', number>
type Circle = {
  radiusMetres: number
  riskPoints: { total: number; low: number }
  parks: unknown[]
  facilities: unknown[]
  enterprises: number
  headcount: number
}

async function gasStation(page: Page): Promise<Detail> {
  const list = await page.request.get('/api/risk-points?majorHazards=true&limit=20')
  const { items } = (await list.json()) as { items: { code: string }[] }
  for (const { code } of items) {
    const detail = (await (await page.request.get(`/api/risk-points/${code}`)).json()) as Detail
    const substances = detail.hazardSources.flatMap((source) => source.substances)
    if (substances.some(({ cas }) => cas === CAS)) return detail
  }
  throw new Error(`no major hazard source with CAS ${CAS} in the demo data`)
}

async function openConsequences(page: Page) {
  const station = await gasStation(page)
  await openOverview(page, `/?point=${station.code}`)
  await cameraRests(page)
  await page.getByRole('button', { name: '事故后果' }).click()
  await expect(page.locator('[data-ring=death]')).toBeVisible()
  await cameraRests(page)
  return station
}

const number = (text: string) => Number(text.replace(/[^\d.]/g, ''))

test('the radii are those of the API, and what lies inside is what PostGIS counts', async ({
  page,
}) => {
  const trouble = watchForTrouble(page)
  const station = await openConsequences(page)
  const [substance] = station.hazardSources[0]!.substances
  const estimate = await page.request.post('/api/consequences', {
    data: {
      model: 'vce',
      massKg: substance!.designedQuantityTonnes * 1000,
      heatOfCombustionKjPerKg: Number(
        await page.locator('[data-input=heatOfCombustionKjPerKg]').inputValue(),
      ),
    },
  })
  const { radiiMetres } = (await estimate.json()) as { radiiMetres: Radii }
  for (const [key, radius] of Object.entries(radiiMetres)) {
    const shown = number(await page.locator(`[data-radius=${key}] .number`).innerText())
    expect(Math.abs(shown - radius), key).toBeLessThanOrEqual(0.5)
  }
  const keys = Object.keys(radiiMetres) as (keyof Radii)[]
  const radii = keys.map((key) => Math.round(radiiMetres[key] * 10) / 10)
  const { longitude, latitude } = station
  const answer = await page.request.get(
    `/api/surroundings?longitude=${longitude}&latitude=${latitude}&radii=${radii.join(',')}`,
  )
  const { circles } = (await answer.json()) as { circles: Circle[] }
  for (const [index, key] of keys.entries()) {
    const circle = circles.find(({ radiusMetres }) => radiusMetres === radii[index])!
    const ring = page.locator(`[data-ring=${key}]`)
    const figure = async (name: string) =>
      number(await ring.locator(`[data-figure=${name}]`).innerText())
    expect(await figure('riskPoints'), key).toBe(circle.riskPoints.total)
    expect(await figure('enterprises'), key).toBe(circle.enterprises)
    expect(await figure('headcount'), key).toBe(circle.headcount)
    await ring.locator('summary').click()
    expect(await figure('facilities'), key).toBe(circle.facilities.length)
    const low = await ring.locator('[data-level=low]').innerText()
    expect(number(low), key).toBe(circle.riskPoints.low)
  }
  expect(circles.some(({ riskPoints }) => riskPoints.total > 0)).toBe(true)
  expect(trouble).toEqual([])
})

test('circles are on the map, all of the widest in view, and go with the panel', async ({
  page,
}) => {
  const station = await openConsequences(page)
  await page.waitForTimeout(1500)
  expect((await coloursIn(page, MAP_PART)).get(RING) ?? 0).toBeGreaterThan(100)
  await expect(page.locator('.map-footer')).toContainText('示意 不替代定量风险评价')

  const widest = number(await page.locator('[data-radius=minorInjury] .number').innerText())
  const north = widest / 111_195
  const east = north / Math.cos((station.latitude * Math.PI) / 180)
  const corners = [-1, 1].map((sign) =>
    pixelOf(page, [station.longitude + sign * east, station.latitude + sign * north]),
  )
  for (const { x, y } of corners) {
    expect(x).toBeGreaterThan(FREE.left)
    expect(x).toBeLessThan(FREE.right)
    expect(y).toBeGreaterThan(FREE.top)
    expect(y).toBeLessThan(FREE.bottom)
  }

  await page.locator('.consequence-panel').getByRole('button', { name: '关闭' }).click()
  await expect(page.locator('.map-footer')).not.toContainText('不替代定量风险评价')
  await page.waitForTimeout(1500)
  expect((await coloursIn(page, MAP_PART)).get(RING) ?? 0).toBe(0)
})

test('the layer switches the circles off; an impossible quantity draws none', async ({ page }) => {
  await openConsequences(page)
  await page.getByRole('button', { name: '图层与筛选' }).click()
  await page.locator('[data-layer=consequences]').uncheck()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1500)
  expect((await coloursIn(page, MAP_PART)).get(RING) ?? 0).toBe(0)
  await page.locator('[data-input=massKg]').fill('1e308')
  await expect(page.locator('.consequence-panel [role=alert]')).toContainText(
    '不超过 100,000,000 kg',
  )
  await expect(page.locator('[data-radius]')).toHaveCount(0)
  await expect(page.locator('.map-footer')).not.toContainText('不替代定量风险评价')
})
