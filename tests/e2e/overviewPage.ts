import { expect, type Page } from '@playwright/test'

/** Everything that must never happen while a page is open, collected as sentences. */
export function watchForTrouble(page: Page): string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      trouble.push(`console ${message.type()}: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') {
      trouble.push(`left the machine: ${request.url()}`)
    }
  })
  return trouble
}

/** Waits until the map is drawn and the points are on it. */
export async function openOverview(page: Page, address = '/') {
  await page.goto(address)
  await expect(page.locator('.points-state')).toContainText('图上', { timeout: 60_000 })
}

/** Names of areas that the map has drawn as labels, as a screen reader hears them. */
export const mapLabels = (page: Page) => page.locator('.map-labels li')

/** The camera as the address tells it. */
export function cameraOf(page: Page) {
  const map = new URL(page.url()).searchParams.get('map') ?? ''
  const [longitude = NaN, latitude = NaN, zoom = NaN] = map.split(',').map(Number)
  return { longitude, latitude, zoom }
}

/** Where a position stands on the page: Web Mercator with 512-pixel tiles, north up. */
export function pixelOf(page: Page, [longitude, latitude]: readonly [number, number]) {
  const camera = cameraOf(page)
  const size = 512 * 2 ** camera.zoom
  const x = (degrees: number) => (degrees / 360 + 0.5) * size
  const y = (degrees: number) => {
    const radians = (degrees * Math.PI) / 180
    return (0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)) * size
  }
  const viewport = page.viewportSize() ?? { width: 0, height: 0 }
  return {
    x: viewport.width / 2 + x(longitude) - x(camera.longitude),
    y: viewport.height / 2 + y(latitude) - y(camera.latitude),
  }
}

/** Waits until the map has stood still for a while: the flight is over. */
export async function cameraRests(page: Page) {
  await expect(async () => {
    const before = page.url()
    await expect(page.locator('.canvas')).toHaveAttribute('aria-busy', 'false')
    await page.waitForTimeout(600)
    await expect(page.locator('.canvas')).toHaveAttribute('aria-busy', 'false', { timeout: 10 })
    expect(page.url()).toBe(before)
    expect(cameraOf(page).zoom).toBeGreaterThan(0)
  }).toPass()
}

/** Number of different colours in a part of the page, sampled; a blank canvas has one. */
export async function coloursIn(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<Map<string, number>> {
  const png = (await page.screenshot({ clip })).toString('base64')
  const counts = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no 2d context')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const found: Record<string, number> = {}
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`
      found[colour] = (found[colour] ?? 0) + 1
    }
    return found
  }, png)
  return new Map(Object.entries(counts))
}
