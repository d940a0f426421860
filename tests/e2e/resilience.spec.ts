import { expect, test, type Page } from '@playwright/test'
import { cameraRests, coloursIn, mapLabels, openOverview, watchForTrouble } from './overviewPage.ts'

/** The mark of a 重大 point in the dark theme. */
const MAJOR = '255,77,79'
const MAP_PART = { x: 400, y: 80, width: 960, height: 660 }

async function majorPixels(page: Page) {
  return (await coloursIn(page, MAP_PART)).get(MAJOR) ?? 0
}

/** The same count twice: marks and badges that fade in or out are through with it. */
async function settledPixels(page: Page): Promise<number> {
  let last = -1
  await expect
    .poll(
      async () => {
        const previous = last
        last = await majorPixels(page)
        return last === previous
      },
      { intervals: [700] },
    )
    .toBe(true)
  return last
}

test('a lost graphics device: map and points are rebuilt where they were', async ({ page }) => {
  await openOverview(page, '/?area=440307003')
  await cameraRests(page)
  const before = await settledPixels(page)
  expect(before).toBeGreaterThan(50)
  const address = page.url()
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas canvas')
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(page.locator('.map-view .message')).toContainText('正在恢复')
  await expect(page.locator('.map-view .message')).toHaveCount(0)
  await cameraRests(page)
  await expect.poll(() => majorPixels(page)).toBeGreaterThan(before * 0.8)
  expect(page.url()).toBe(address)
})

test('figures that did not come are told of, and 重试 brings them', async ({ page }) => {
  let down = true
  await page.route('**/api/figures', (route) =>
    down ? route.fulfill({ status: 503, body: '{}' }) : route.continue(),
  )
  await page.goto('/')
  const retry = page.locator('.points-state').getByRole('button', { name: '重试' })
  await expect(retry).toBeVisible({ timeout: 60_000 })
  down = false
  await retry.click()
  await expect(page.locator('.levels button[data-level=major] b')).toHaveText('25')
  await expect(page.locator('.points-state')).not.toContainText('重试')
})

test('the server away at first: a sentence and 重试, then everything is there', async ({
  page,
}) => {
  let down = true
  await page.route('**/api/**', (route) => (down ? route.abort() : route.continue()))
  await page.goto('/')
  const retry = page.locator('.map-view').getByRole('button', { name: '重试' })
  await expect(retry).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.map-view')).toContainText('连不上服务器')
  down = false
  await retry.click()
  await expect(page.locator('.points-state')).toContainText('图上', { timeout: 60_000 })
  await expect(page.locator('.area-panel h1')).toHaveText('龙岗区')
  await expect(mapLabels(page)).toHaveCount(11)
})

test('a mark opened while the server is away says so, and nothing is lost', async ({ page }) => {
  await openOverview(page, '/?levels=major')
  await cameraRests(page)
  await page.route('**/api/risk-points?*', (route) => route.abort())
  expect(await clickSomeMark(page), 'a mark is on the map').toBe(true)
  await expect(page.locator('.notice-bar')).toContainText('没有打开')
  await expect(page.locator('.area-panel h1')).toHaveText('龙岗区')
})

/** Clicks the first pixel of a 重大 mark that is found on the map. */
async function clickSomeMark(page: Page): Promise<boolean> {
  const png = (await page.screenshot({ clip: MAP_PART })).toString('base64')
  const found = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const { data, width } = context!.getImageData(0, 0, bitmap.width, bitmap.height)
    // A mark is a square of pure red: five such pixels in a row and below one another.
    for (let at = 0; at < data.length - 20 * width; at += 4) {
      const isMark = [0, 1, 2, 3, 4].every((step) =>
        [at + step * 4, at + step * 4 * width].every(
          (place) => data[place] === 255 && data[place + 1] === 77 && data[place + 2] === 79,
        ),
      )
      if (isMark) return { x: ((at / 4) % width) + 4, y: Math.floor(at / 4 / width) + 4 }
    }
    return null
  }, png)
  if (!found) return false
  await page.mouse.click(MAP_PART.x + found.x, MAP_PART.y + found.y)
  return true
}

test('a link taken during a flight has the place and no camera of the way', async ({ page }) => {
  await openOverview(page)
  await cameraRests(page)
  await page.locator('.children-list li[data-code="440307013"] button').click()
  await expect(page).toHaveURL(/area=440307013/)
  const during = page.url()
  await cameraRests(page)
  await page.goto(during)
  await expect(page.locator('.area-panel h1')).toHaveText('坂田街道')
  await expect
    .poll(() => mapLabels(page).allTextContents(), { timeout: 60_000 })
    .toContain('岗头社区')
})

test('Esc closes the drawer first, and only then goes up', async ({ page }) => {
  await openOverview(page, '/?area=440307013')
  await page.getByRole('button', { name: '图层与筛选' }).click()
  await expect(page.locator('.drawer')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.drawer')).toHaveCount(0)
  await expect(page.locator('.area-panel h1')).toHaveText('坂田街道')
})

test('a park in a link under another area is put where its record says', async ({ page }) => {
  const { features } = (await (await page.request.get('/api/parks?demonstration=true')).json()) as {
    features: { properties: { code: string; areaCode: string } }[]
  }
  const { code, areaCode } = features[0]!.properties
  await openOverview(page, `/?park=${code}`)
  await expect(page).toHaveURL(new RegExp(`area=${areaCode}`))
})

for (const [width, height, theme, locale] of [
  [390, 844, 'light', 'zh-CN'],
  [1366, 768, 'light', 'en'],
  [1920, 1080, 'dark', 'zh-CN'],
  [3840, 2160, 'dark', 'zh-CN'],
  [6656, 1792, 'dark', 'zh-CN'],
] as const) {
  test(`${width}×${height}, ${theme}, ${locale}: no trouble, canvas at full size`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    const trouble = watchForTrouble(page)
    await page.setViewportSize({ width, height })
    await page.addInitScript(
      ([chosenTheme, chosenLocale]) => {
        localStorage.setItem('longgang.theme', chosenTheme)
        localStorage.setItem('longgang.locale', chosenLocale)
      },
      [theme, locale] as const,
    )
    await page.goto('/')
    await expect(page.locator('.children-list li').first()).toBeVisible({ timeout: 120_000 })
    await expect(mapLabels(page).first()).toBeAttached({ timeout: 120_000 })
    const canvas = await page
      .locator('.canvas canvas')
      .first()
      .evaluate((element) => {
        const { width: drawn, clientWidth } = element as HTMLCanvasElement
        return { drawn, wanted: Math.floor(clientWidth * devicePixelRatio) }
      })
    expect(canvas.drawn, 'the canvas is not stretched').toBe(canvas.wanted)
    await page.screenshot({ path: `tests/e2e/screens/overview-${width}x${height}-${theme}.png` })
    expect(trouble).toEqual([])
  })
}
