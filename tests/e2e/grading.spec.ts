import { expect, test, type Page } from '@playwright/test'
import { watchForTrouble } from './overviewPage.ts'
import { read } from './records.ts'

type Park = {
  code: string
  name: string
  grade: string
  openMajor: number
  pendingState: string | null
}
type Record = { grade: string; hiddenDangers: { code: string; severity: string }[] }

const result = (page: Page) => page.locator('[data-role=result]')
const save = (page: Page) =>
  page.locator('.entry-form').getByRole('button', { name: '保存' }).click()

/** Every item of the seven aspects in full, by somebody. */
async function scoreInFull(page: Page, action: string, evaluator: string) {
  await page.locator(`[data-action=${action}]`).click()
  await page.getByLabel('评价人').fill(evaluator)
  const fill = page.locator('[data-role=fill]')
  if (await fill.count()) await fill.click()
  await expect(result(page)).toContainText('总分 100')
  await expect(result(page)).toContainText('A 宽管')
}
async function lowerToC(page: Page) {
  await page.getByLabel('从严调整').selectOption('C')
  await page.getByLabel('从严理由').fill('重大事故隐患未销号')
}

test('from 自评 to 区级复核, an open 重大事故隐患 keeps a park from A at each stage', async ({
  page,
  request,
}) => {
  const trouble = watchForTrouble(page)
  const { items } = await read<{ items: Park[] }>(request, '/api/park-records')
  const park = items.find(
    ({ grade, openMajor, pendingState }) => grade === 'C' && openMajor > 0 && pendingState === null,
  )!
  const record = await read<Record>(request, `/api/park-records/${park.code}`)
  const danger = record.hiddenDangers.find(({ severity }) => severity === 'major')!

  await page.goto(`/work/parks?park=${park.code}`)
  await expect(page.getByRole('heading', { name: park.name })).toBeVisible()
  await page.locator('[data-open=grading]').click()
  await expect(page.locator('[data-role=state]')).toHaveText('待自评')
  const stages = [
    ['submit', '演示安全主任P99', '待街道审核'],
    ['passStreet', '演示安监员A99', '待区级复核'],
    ['approve', '演示验收组A99', '已生效'],
  ] as const
  for (const [action, evaluator, state] of stages) {
    await scoreInFull(page, action, evaluator)
    await expect(page.locator('[data-role=blocked]')).toBeVisible()
    await save(page)
    // The refusal of the server names what is in the way.
    await expect(page.locator('.entry-form .refusal')).toContainText(danger.code)
    await lowerToC(page)
    await save(page)
    await expect(page.locator('[data-role=state]')).toHaveText(state)
  }
  await expect(page.locator('[data-step]')).toHaveCount(4)
  await expect(page.locator('[data-step=approve]')).toContainText('从严:重大事故隐患未销号')
  expect((await read<Record>(request, `/api/park-records/${park.code}`)).grade).toBe('C')
  // A refusal is an answer of 422, which the browser logs by itself.
  expect(trouble.filter((line) => !line.includes('422'))).toEqual([])
})
