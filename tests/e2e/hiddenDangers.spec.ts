import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { watchForTrouble } from './overviewPage.ts'
import { read, write } from './records.ts'

const AREA = '440307012'
const DAY_MILLISECONDS = 86_400_000

type Counts = { open: number; pendingAssessment: number; pendingAssignment: number; asOf: string }
type Danger = {
  code: string
  version: number
  state: string
  events: { action: string; by: string }[]
  photos: { stage: string }[]
}
const countsOf = (request: APIRequestContext) =>
  read<Counts>(request, `/api/hidden-dangers/counts?area=${AREA}`)
const dangerOf = (request: APIRequestContext, code: string) =>
  read<Danger>(request, `/api/hidden-dangers/${code}`)

/** What a tab counts, as soon as the page has heard of the write. */
const expectCount = (page: Page, tab: string, count: number) =>
  expect(page.locator(`[data-tab=${tab}] b`)).toHaveText(String(count))

/** A park of the area and an enterprise in it, found as an officer would. */
async function enterpriseOf(request: APIRequestContext) {
  const { items } = await read<{
    items: { code: string; enterpriseCode: string; enterpriseName: string; parkCode: string }[]
  }>(request, `/api/check-plan?area=${AREA}&limit=1`)
  const [planned] = items
  if (planned) return planned
  throw new Error(`The plan of ${AREA} is empty`)
}

/** A photo as a camera makes it: a picture of its own each time, drawn by the browser. */
async function photo(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 240
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no 2d context')
    context.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`
    context.fillRect(0, 0, 320, 240)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  return Buffer.from(encoded, 'base64')
}

async function register(
  page: Page,
  enterprise: { enterpriseName: string; enterpriseCode: string },
) {
  await page.locator('.work-page .register').click()
  await page.locator('[name=object]').fill(enterprise.enterpriseName)
  await page.locator(`[data-object="${enterprise.enterpriseCode}"]`).click()
}
async function step(page: Page, action: string, fields: Record<string, string>) {
  await page.locator(`[data-step=${action}]`).click()
  const form = page.locator('.step-form')
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT')
      await field.selectOption(value)
    else await field.fill(value)
  }
  await form.locator('.primary').click()
  await expect(page.locator('.told')).toContainText('已办理')
}

test('a hidden danger goes from a check to close-out, and list, counts and history follow at once', async ({
  page,
  request,
}) => {
  const trouble = watchForTrouble(page)
  const enterprise = await enterpriseOf(request)
  const before = await countsOf(request)
  await page.goto(`/work/to-do?area=${AREA}&tab=pendingAssessment`)
  await expect(page.locator('[data-tab=pendingAssessment] b')).toHaveText(
    String(before.pendingAssessment),
  )

  await register(page, enterprise)
  await page.locator('[data-outcome=deadlineSet]').click()
  const words = `疏散通道堆货 ${Date.now()}`
  await page.locator('[name=location]').fill('二楼通道')
  await page.locator('[name=description]').fill(words)
  await page.locator('.finding-form [name=category]').selectOption('fire')
  await page
    .locator('.finding-form input[type=file]')
    .setInputFiles({ name: 'found.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  await page.locator('.submit').click()
  const link = page.locator('.check-done a')
  const code = (await link.textContent())?.trim() ?? ''
  await expectCount(page, 'pendingAssessment', before.pendingAssessment + 1)
  await expect(page.locator(`.hidden-danger-row[data-code="${code}"]`)).toContainText(words)

  await link.click()
  const panel = page.locator('.hidden-danger-panel')
  await expect(panel.locator('h2').filter({ hasText: words })).toBeVisible()
  await expect(panel.locator('[data-stage=found] .thumb')).toHaveCount(1)
  await step(page, 'assess', { severity: 'general' })
  await expectCount(page, 'pendingAssessment', before.pendingAssessment)
  await expectCount(page, 'pendingAssignment', before.pendingAssignment + 1)
  await step(page, 'assign', { responsiblePerson: '演示安全员A07' })

  // The address is the record: a reload finds it where it stands.
  await page.reload()
  await expect(panel.locator('.standing')).toContainText('整改中')
  await panel
    .locator('[data-stage=rectified] input[type=file]')
    .setInputFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer: await photo(page) })
  await expect(panel.locator('[data-stage=rectified] .thumb')).toHaveCount(1)
  await panel.locator('[data-stage=rectified] .thumb').click()
  await expect(page.locator('.photo-viewer img')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.photo-viewer')).toHaveCount(0)
  await expect(panel).toBeVisible()

  await step(page, 'submitRectification', { result: '已清空并划线' })
  await step(page, 'passReview', { result: '通道畅通' })
  await step(page, 'close', {})
  await expect(panel.locator('.standing')).toContainText('已销号')
  const actions = ['close', 'passReview', 'submitRectification', 'assign', 'assess', 'register']
  await expect(panel.locator('.event-timeline li')).toHaveCount(actions.length)
  for (const [index, action] of actions.entries()) {
    await expect(panel.locator('.event-timeline li').nth(index)).toHaveAttribute(
      'data-action',
      action,
    )
  }
  const closed = await dangerOf(request, code)
  expect(closed.state).toBe('closed')
  expect(closed.photos.map(({ stage }) => stage)).toEqual(['found', 'rectified'])
  expect((await countsOf(request)).open).toBe(before.open)
  await page.locator('.hidden-danger-panel .close').click()
  await expect(panel).toHaveCount(0)
  expect(trouble).toEqual([])
})

/** One that waits for 销号, driven there past the page. */
async function readyToClose(request: APIRequestContext): Promise<Danger> {
  const { parkCode, enterpriseCode } = await enterpriseOf(request)
  const { asOf } = await countsOf(request)
  const day = (days: number) =>
    new Date(Date.parse(asOf) + 8 * 3_600_000 + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
  const { findings } = await write<{ findings: Danger[] }>(request, 'POST', '/api/checks', {
    parkCode,
    enterpriseCode,
    kind: 'routine',
    department: '街道应急办',
    inspector: '演示安全员A07',
    findings: [
      {
        outcome: 'deadlineSet',
        location: '仓库',
        description: `灭火器压力不足 ${Date.now()}`,
        category: 'fire',
        deadline: day(7),
      },
    ],
  })
  let danger = findings[0]!
  const steps = [
    { action: 'assess', severity: 'general' },
    { action: 'assign', responsibleUnit: '该企业', responsiblePerson: '演示安全员A07' },
    { action: 'submitRectification', rectifiedOn: day(0), result: '已更换' },
    { action: 'passReview', reviewer: '演示安全员A07', result: '压力正常' },
  ]
  for (const body of steps) {
    const address = `/api/hidden-dangers/${danger.code}/events`
    danger = await write<Danger>(request, 'POST', address, body, danger.version)
  }
  return danger
}

test('two officers at once: the second is told who closed it, and nothing that was typed is lost', async ({
  page,
  context,
  request,
}) => {
  const { code } = await readyToClose(request)
  const address = `/work/hidden-dangers?danger=${code}`
  const second = await context.newPage()
  for (const each of [page, second]) {
    await each.goto(address)
    await each.locator('[data-step=close]').click()
  }
  await second.locator('[name=note]').fill('复核无误')
  await page.locator('.step-form .primary').click()
  await expect(page.locator('.told')).toContainText('已销号')
  const before = (await dangerOf(request, code)).events.length

  await second.locator('.step-form .primary').click()
  await expect(second.locator('.meanwhile li')).toContainText('销号')
  await expect(second.locator('.meanwhile')).toContainText('已不能办理')
  await expect(second.locator('[name=note]')).toHaveValue('复核无误')
  await expect(second.locator('.standing')).toContainText('已销号')
  expect((await dangerOf(request, code)).events).toHaveLength(before)
})

test('on a phone a visit without findings is registered with one tap, and taken back with another', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const trouble = watchForTrouble(page)
  const enterprise = await enterpriseOf(request)
  const visits = () =>
    read<{ total: number }>(request, `/api/checks?enterprise=${enterprise.enterpriseCode}&limit=1`)
  const { total } = await visits()
  await page.goto(`/work?area=${AREA}`)
  await register(page, enterprise)
  const buttons = page.locator('.outcome-buttons button')
  await expect(buttons).toHaveCount(4)
  for (const button of await buttons.all()) {
    const box = await button.boundingBox()
    expect(box!.height).toBeGreaterThanOrEqual(88)
    expect(box!.x + box!.width).toBeLessThanOrEqual(390)
  }
  await buttons.first().click()
  await expect(page.locator('.check-done')).toContainText('未发现问题')
  expect((await visits()).total).toBe(total + 1)
  await page.locator('[data-withdraw]').click()
  await expect(page.locator('.check-done')).toContainText('已撤回')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(trouble).toEqual([])
})

test('the card of a park leads to its hidden dangers and to 检查登记 for it', async ({
  page,
  request,
}) => {
  const { parkCode } = await enterpriseOf(request)
  await page.goto(`/?area=${AREA}&park=${parkCode}`)
  const block = page.locator('.hidden-dangers-block')
  const { total } = await read<{ total: number }>(
    request,
    `/api/hidden-dangers?park=${parkCode}&open=true&limit=1`,
  )
  await expect(block.locator('[data-figure=open] dd')).toHaveText(String(total))
  await block.locator('.register').click()
  await expect(page.locator('.chosen-object .name')).toBeVisible()
  await page.goBack()
  await block.locator('.foot a').click()
  await expect(page.locator('.hidden-danger-list .head')).toContainText(`共 ${total} 处`)
})
