import type { Around } from '#data/contract/analysis/aroundResponses'
import type { Domino } from '#data/contract/analysis/dominoResponses'
import { RISK_LEVEL_ORDER } from '#data/domain/riskLevels'
import { expect, type APIRequestContext, type Page } from '@playwright/test'
import { read } from './records.ts'

/** Where hazard sources stand close together: there is something around them. Degrees WGS84. */
export async function busyPlace(request: APIRequestContext): Promise<[number, number]> {
  const { groups } = await read<Domino>(request, '/api/domino?area=440307')
  const member = groups.items[0]?.members[0]
  return [member?.longitude ?? NaN, member?.latitude ?? NaN]
}
export const drawer = (page: Page) => page.locator('.drawer')
export const asked = (page: Page) => new URL(page.url()).searchParams.get('around')
export const grouped = (value: number) => value.toLocaleString('en-US')

export async function openTool(page: Page, tab?: string) {
  await page.locator('[data-tool=around]').click()
  if (tab) await page.locator(`[data-tab=${tab}]`).click()
}

/** The figures of the drawer are those of an answer. */
export async function expectFigures(page: Page, answer: Around) {
  const { enterprises, hiddenDangers, hazardSources, parks, riskPoints, sensitivePeople } = answer
  for (const level of RISK_LEVEL_ORDER) {
    const cell = drawer(page).locator(`.levels [data-level=${level}] b`)
    await expect(cell).toHaveText(grouped(riskPoints[level]))
  }
  for (const [key, value] of Object.entries({
    enterprises: enterprises.total,
    headcount: enterprises.headcount,
    parks: parks.total,
    sensitivePeople,
    hazardSources: hazardSources.total,
    majorHazards: hazardSources.majorHazards.total,
    open: hiddenDangers.open,
    overdue: hiddenDangers.overdue,
    openMajor: hiddenDangers.openMajor,
  })) {
    await expect(drawer(page).locator(`[data-figure=${key}] dd`)).toHaveText(grouped(value))
  }
}
