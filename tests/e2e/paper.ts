import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** Printed sheets, looked at as paper: sizes, words and dots. */
export type Raster = {
  width: number
  height: number
  dotsPerMillimetre: number
  /** Red, green and blue from 0 to 255 at a place in millimetres. */
  at: (x: number, y: number) => [red: number, green: number, blue: number]
}

export async function printed(page: Page, path: string) {
  await page.pdf({ path, preferCSSPageSize: true })
  const facts = execFileSync('pdfinfo', ['-f', '1', '-l', '99', path], { encoding: 'utf8' })
  const points = [...facts.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)]
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]),
    /** Width and height of each sheet in millimetres. */
    sizes: points.map(([, width, height]) =>
      [width, height].map((each) => (Number(each) / 72) * 25.4),
    ),

    // In the order in which it was written, so that cells of a row stay whole; without breaks.
    text: execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s/g, ''),
  }
}

/** A sheet as dots: `pdftoppm` writes a binary PPM, three bytes a dot after a short head. */
export function rasterOf(path: string, sheet: number, dotsPerInch: number): Raster {
  const root = path.replace(/\.pdf$/, `-${sheet}`)
  const only = ['-f', String(sheet), '-l', String(sheet), '-singlefile', '-r', String(dotsPerInch)]
  execFileSync('pdftoppm', [...only, path, root])
  const bytes = readFileSync(`${root}.ppm`)
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error(`${root}.ppm is no picture of 8 bits`)
  const [width, height] = [Number(head[1]), Number(head[2])]
  const dotsPerMillimetre = dotsPerInch / 25.4
  const from = head[0].length
  return {
    width,
    height,
    dotsPerMillimetre,
    at: (x, y) => {
      const [column, row] = [Math.floor(x * dotsPerMillimetre), Math.floor(y * dotsPerMillimetre)]
      const at = from + (row * width + column) * 3
      return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
    },
  }
}

export const isDark = ([red, green, blue]: readonly number[]) =>
  (red ?? 0) + (green ?? 0) + (blue ?? 0) < 3 * 110

/** Millimetres of the dark run that a place lies in, along its row. */
export function darkRun(raster: Raster, x: number, y: number): number {
  const step = 1 / raster.dotsPerMillimetre
  let [left, right] = [x, x]
  while (isDark(raster.at(left - step, y))) left -= step
  while (isDark(raster.at(right + step, y))) right += step
  return isDark(raster.at(x, y)) ? right - left + step : 0
}

/** Whether any dot within so many millimetres of the edge is not white. */
export function hasInkAtEdge(raster: Raster, millimetres: number): boolean {
  const { width, height, dotsPerMillimetre } = raster
  const [across, down] = [width / dotsPerMillimetre, height / dotsPerMillimetre]
  const step = 1 / dotsPerMillimetre
  for (let y = step / 2; y < down; y += step)
    for (let x = step / 2; x < across; x += step) {
      const inside =
        x > millimetres && x < across - millimetres && y > millimetres && y < down - millimetres
      if (inside) x = across - millimetres
      if (Math.min(...raster.at(x, y)) < 250) return true
    }
  return false
}

/** Texts of the sheets on screen that are wider than their box, or reach out of the sheet. */
export const overflowing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.paper-sheet text')].flatMap((text) => {
      const sheet = text.ownerSVGElement!.getBoundingClientRect()
      const box = text.getBoundingClientRect()
      const fits = text.getBBox().width <= Number(text.dataset.fit ?? Infinity) + 0.3
      const within =
        box.left >= sheet.left &&
        box.right <= sheet.right &&
        box.top >= sheet.top &&
        box.bottom <= sheet.bottom
      return fits && within ? [] : [text.textContent.trim()]
    }),
  )
