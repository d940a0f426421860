import { get } from 'node:http'
import { expect, test, type Response } from '@playwright/test'
import { openOverview } from './overviewPage.ts'

const KIBIBYTE = 1024

/** Length of a file as the server sends it compressed with brotli; fetch would decompress it. */
function bytesOnTheWire(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'br' } }, (response) => {
      if (response.headers['content-encoding'] !== 'br') reject(new Error(`${url} is not brotli`))
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

test('script on the wire: 1,000 KiB in all, 450 KiB before the first frame of the map', async ({
  page,
}) => {
  const scripts: { url: string; size: Promise<number>; encoding: string; late: boolean }[] = []
  let drawn = false
  await page.exposeFunction('longgangDrawn', () => {
    drawn = true
  })
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('longgang:first-frame').length) {
        void (window as unknown as { longgangDrawn: () => Promise<void> }).longgangDrawn()
      }
    }).observe({ type: 'mark', buffered: true })
  })
  const note = (response: Response) => {
    if (!/\.m?js$/.test(new URL(response.url()).pathname)) return
    scripts.push({
      url: response.url(),
      size: response.body().then(async () => (await response.request().sizes()).responseBodySize),
      encoding: response.headers()['content-encoding'] ?? '',
      late: drawn,
    })
  }
  page.on('response', note)
  // Scripts of workers belong to no page: they are asked for once more, as the browser did.
  const workers: { url: string; late: boolean }[] = []
  page.on('worker', (worker) => workers.push({ url: worker.url(), late: drawn }))
  await openOverview(page)
  // What comes after the first frame has come, too.
  await page.waitForLoadState('networkidle')
  page.off('response', note)
  for (const { url, late } of new Map(workers.map((worker) => [worker.url, worker])).values()) {
    const bytes = await bytesOnTheWire(url)
    scripts.push({ url, late, size: Promise.resolve(bytes), encoding: 'br' })
  }
  expect(drawn).toBe(true)
  const sizes = await Promise.all(
    scripts.map(async (script) => ({ ...script, bytes: await script.size })),
  )
  for (const { url, bytes, encoding } of sizes) {
    if (bytes > 1500) expect(encoding, url).toBe('br')
  }
  const sum = (list: typeof sizes) => list.reduce((total, { bytes }) => total + bytes, 0) / KIBIBYTE
  const early = sizes.filter(({ late }) => !late)
  console.log(
    `${sum(early).toFixed(0)} KiB before the first frame, ${sum(sizes).toFixed(0)} KiB in all`,
  )
  expect(sum(early)).toBeLessThanOrEqual(450)
  expect(sum(sizes)).toBeLessThanOrEqual(1000)
  expect(workers.map(({ url }) => url).join()).toMatch(/maplibre-gl-worker.*points\.worker/)
  expect(early.some(({ url }) => /usePoints|points\.worker/.test(url))).toBe(false)
})
