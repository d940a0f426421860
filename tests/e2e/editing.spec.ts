import { expect, test, type Page } from '@playwright/test'
import { cameraRests, coloursIn, openOverview, pixelOf, watchForTrouble } from './overviewPage.ts'

const COMMUNITY = '440307013002'
/** The mark of a 重大 point in the dark theme. */
const MAJOR = '255,77,79'
/** What the tests register is known by this, and taken out of use again. */
const NAME = '端到端测试点'

type Detail = { code: string; version: number; longitude: number; latitude: number; name: string }

async function pointOf(page: Page, code: string): Promise<Detail> {
  return (await (await page.request.get(`/api/risk-points/${code}`)).json()) as Detail
}
async function riskValueOf(page: Page, area: string): Promise<number> {
  const answer = await page.request.get(`/api/summary?area=${area}`)
  return ((await answer.json()) as { riskValue: number }).riskValue
}
/** A park of the community, with room at its middle. */
async function somePark(page: Page) {
  const answer = await page.request.get(`/api/parks?area=${COMMUNITY}`)
  const { features } = (await answer.json()) as {
    features: { properties: { code: string; name: string; labelPoint: [number, number] } }[]
  }
  return features[0]!.properties
}

/** A point registered past the page, for what the page does with it afterwards. */
async function register(page: Page, parkCode: string): Promise<Detail> {
  const answer = await page.request.post('/api/risk-points', {
    data: {
      name: NAME,
      parkCode,
      location: '测试车间',
      grading: { method: 'LEC', inputs: { l: 1, e: 3, c: 7 } },
      accidentTypes: ['跌落'],
      controlLevel: 'post',
      measures: '护栏',
    },
  })
  expect(answer.status()).toBe(201)
  return (await answer.json()) as Detail
}

/** Figures are as they were for the other specs: whatever was registered here is retired. */
test.afterEach(async ({ page }) => {
  const found = await page.request.get(`/api/risk-points?q=${encodeURIComponent(NAME)}&limit=50`)
  const { items } = (await found.json()) as { items: { code: string }[] }
  for (const { code } of items) {
    const { version } = await pointOf(page, code)
    const answer = await page.request.post(`/api/risk-points/${code}/retire`, {
      headers: { 'If-Match': `"${version}"` },
      data: { reason: '测试结束' },
    })
    expect(answer.status()).toBe(200)
  }
})

async function fillIn(page: Page) {
  await page.locator('[data-field=name]').fill(NAME)
  await page.locator('[data-field=location]').fill('测试车间')
  for (const [factor, value] of [
    ['l', '3'],
    ['e', '6'],
    ['c', '40'],
  ] as const)
    await page.locator(`select[data-factor=${factor}]`).selectOption(value)
  await page.locator('[data-field=accidentTypes]').selectOption('粉尘爆炸')
  await page.locator('[data-field=controlLevel]').selectOption('company')
  await page.locator('[data-field=measures]').fill('湿式负压、泄爆、每班清灰')
}
const save = (page: Page) => page.locator('.editor-form .save').click()
const notice = (page: Page) => page.locator('.written-notice')

async function majorPixelsAt(page: Page, position: readonly [number, number]) {
  const { x, y } = pixelOf(page, position)
  const clip = { x: x - 8, y: y - 8, width: 16, height: 16 }
  return (await coloursIn(page, clip)).get(MAJOR) ?? 0
}

/** Drags the marker of the editor by so many pixels. */
async function dragMarker(page: Page, right: number, down: number) {
  const box = (await page.locator('.edit-marker').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + right, y + down, { steps: 5 })
  await page.mouse.up()
}

test('a point is surveyed, graded, moved, undone and retired; measure, mark and history follow', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const trouble = watchForTrouble(page)
  const park = await somePark(page)
  const before = await riskValueOf(page, COMMUNITY)
  await openOverview(page, `/?area=${COMMUNITY}&park=${park.code}`)
  await cameraRests(page)
  await page.locator('.add-risk-point').click()
  const middle = pixelOf(page, park.labelPoint)
  await page.mouse.click(middle.x + 30, middle.y + 40)
  await expect(page.locator('.edit-marker')).toBeVisible()
  await expect(page.locator('.position-fields')).toContainText(`在${park.name}内`)
  await fillIn(page)
  await expect(page.locator('.grading-result')).toContainText('重大风险点')
  await save(page)
  await expect(notice(page)).toContainText('已登记,第 1 版')
  await expect(page.locator('.grading-working .level')).toContainText('重大风险点')
  const code = new URL(page.url()).searchParams.get('point') ?? ''
  const created = await pointOf(page, code)
  const first = [created.longitude, created.latitude] as const
  await expect.poll(() => majorPixelsAt(page, first)).toBeGreaterThan(40)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-figure=riskValue] b')).toHaveText(String(before + 2))
  await page.goBack()
  await page.goBack()
  await expect(page.locator('.risk-point-card h1')).toContainText(NAME)
  await cameraRests(page)

  await page.locator('[data-action=move]').click()
  await expect(page.locator('.edit-marker')).toBeVisible()
  await cameraRests(page)
  await dragMarker(page, 60, 30)
  await page.locator('[data-field=reason]').fill('现场核实位置')
  await save(page)
  await expect(notice(page)).toContainText('已保存,第 2 版')
  const moved = await pointOf(page, code)
  expect([moved.longitude, moved.latitude]).not.toEqual(first)
  await page.locator('.risk-point-history summary').click()
  await expect(page.locator('[data-version="2"]')).toContainText('现场核实位置')
  await expect(page.locator('[data-version="2"]')).toContainText(/移动 \d+(\.\d)? 米/)
  await expect
    .poll(() => majorPixelsAt(page, [moved.longitude, moved.latitude]))
    .toBeGreaterThan(40)

  await notice(page).locator('[data-undo]').click()
  await expect(notice(page)).toContainText('已撤销,第 3 版')
  await expect(page.locator('[data-version="3"]')).toContainText('撤销')
  const back = await pointOf(page, code)
  expect([back.longitude, back.latitude]).toEqual(first)

  await page.locator('[data-version="2"]').getByText('查看此版').click()
  await expect(page.locator('.past')).toContainText('历史版本 第 2 版')
  await expect(page).toHaveURL(/asOf=/)
  await page.locator('.past button').click()

  await page.locator('[data-action=more]').click()
  await page.locator('[data-action=retire]').click()
  await page.locator('.reason-action textarea').fill('设备拆除')
  await page.locator('.confirm input').check()
  await page.locator('.reason-action .submit').click()
  await expect(page.locator('[data-retired]')).toContainText('设备拆除')
  await expect(page.locator('[data-action]')).toHaveText(['恢复'])
  expect(await riskValueOf(page, COMMUNITY)).toBe(before)

  await page.keyboard.press('Escape')
  await page.locator('.retired-risk-points summary').click()
  await page.locator(`.retired-risk-points [data-code="${code}"]`).click()
  await page.locator('[data-action=restore]').click()
  await page.locator('.reason-action textarea').fill('误注销')
  await page.locator('.reason-action .submit').click()
  await expect(notice(page)).toContainText('已恢复,第 5 版')
  await expect(page.locator('[data-action=edit]')).toBeVisible()
  expect(trouble).toEqual([])
})

test('two officers edit the same point: the second sees what changed and loses nothing', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const park = await somePark(page)
  const { code } = await register(page, park.code)
  const address = `/?area=${COMMUNITY}&park=${park.code}&point=${code}`
  const other = await context.newPage()
  await Promise.all([openOverview(page, address), openOverview(other, address)])
  for (const each of [page, other]) await each.locator('[data-action=edit]').click()

  await page.locator('[data-field=name]').fill(`${NAME}甲`)
  await page.locator('[data-field=measures]').fill('甲的措施')
  await page.locator('[data-field=reason]').fill('甲核对')
  await other.locator('[data-field=name]').fill(`${NAME}乙`)
  await other.locator('[data-field=location]').fill('二楼')
  await other.locator('[data-field=reason]').fill('乙核对')
  await save(other)
  await expect(notice(other)).toContainText('第 2 版')

  await save(page)
  const panel = page.locator('.conflict-panel')
  await expect(panel).toContainText('乙核对')
  await expect(panel).toContainText(`${NAME} → ${NAME}乙`)
  await expect(page.locator('[data-field=measures]')).toHaveValue('甲的措施')
  await expect(page.locator('[data-field=location]')).toHaveValue('二楼')
  await page.locator('[data-clash=name] input[value=mine]').check()
  await save(page)
  await expect(notice(page)).toContainText('第 3 版')
  const saved = (await pointOf(page, code)) as Detail & { location: string; measures: string }
  expect(saved).toMatchObject({ name: `${NAME}甲`, location: '二楼', measures: '甲的措施' })
})

test('a point far outside the district is refused in a sentence, and the text stays', async ({
  page,
}) => {
  const park = await somePark(page)
  await openOverview(page, `/?area=${COMMUNITY}&park=${park.code}`)
  await page.locator('.add-risk-point').click()
  await fillIn(page)
  await page.locator('[data-field=coordinates]').fill('113.2644, 23.1291')
  await expect(page.locator('.position-fields')).toContainText('该位置在龙岗区外')
  await save(page)
  const field = page.locator('[data-field=coordinates]')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
  await expect(page.locator('.position-fields .error')).toContainText(/龙岗区外 \d+(\.\d)? km/)
  await expect(page.locator('[data-field=measures]')).toHaveValue('湿式负压、泄爆、每班清灰')

  // A reload and Esc keep it as well; only who says so gives it up.
  await page.reload()
  await expect(page.locator('.editor-form .notice')).toContainText('已恢复未保存的内容')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '继续填写' }).click()
  await expect(page.locator('[data-field=name]')).toHaveValue(NAME)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '放弃并离开' }).click()
  await expect(page.locator('.park-card h1')).toBeVisible()
})

test('on a phone the form is the whole sheet, and lowered it leaves the map to the finger', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const park = await somePark(page)
  await page.goto(`/?area=${COMMUNITY}&park=${park.code}`)
  await cameraRests(page)
  await page.locator('.add-risk-point').click()
  const sheet = page.locator('.side-panel')
  await expect.poll(async () => (await sheet.boundingBox())?.height).toBeGreaterThan(700)
  await page.getByRole('button', { name: '在地图上点选' }).click()
  await expect.poll(async () => (await sheet.boundingBox())?.height).toBeLessThan(200)
  await page.mouse.click(195, 300)
  await expect(page.locator('.edit-marker')).toBeVisible()
  await expect(page.locator('.park-card')).toHaveCount(0)
  await page.getByRole('button', { name: '返回填写' }).click()
  await expect(page.locator('[data-reading]')).toContainText('WGS84 114.')
})
