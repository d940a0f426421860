import { expect, test } from '@playwright/test'
import { openOverview } from './overviewPage.ts'

const KIBIBYTE = 1024

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
  page.on('response', (response) => {
    if (!/\.m?js$/.test(new URL(response.url()).pathname)) return
    scripts.push({
      url: response.url(),
      size: response.body().then(async () => (await response.request().sizes()).responseBodySize),
      encoding: response.headers()['content-encoding'] ?? '',
      late: drawn,
    })
  })
  await openOverview(page)
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
  expect(early.some(({ url }) => /usePoints|points\.worker/.test(url))).toBe(false)
})
