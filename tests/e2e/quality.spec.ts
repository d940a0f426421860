import { expect, test, type APIRequestContext, type Page } from '@playwright/test'
import { watchForTrouble } from './overviewPage.ts'
import { allPoints, read, undo, write, type Point, type Versioned } from './records.ts'

const STREET = '440307013'

/** A run that broke off may have left a request, and a point has one at a time. */
async function rejectPending(request: APIRequestContext, { code, areaCode }: Point) {
  const { items } = await read<{ items: { id: number; riskPointCode: string }[] }>(
    request,
    `/api/downgrades?state=pending&area=${areaCode}`,
  )
  for (const { id, riskPointCode } of items) {
    if (riskPointCode !== code) continue
    const decision = { decision: 'reject', reason: '重新申请' }
    await write(request, 'POST', `/api/downgrades/${id}/decision`, decision)
  }
}

const number = (text: string) => Number(text.replace(/[^\d]/g, ''))
const countOf = async (page: Page, check: string) =>
  number((await page.locator(`[data-check=${check}] b`).textContent()) ?? '')

async function openPage(page: Page, query: string) {
  await page.goto(`/quality?${query}`)
  await expect(page.locator('.check-list b').first()).toBeVisible()
}

test('the counts are those of the API, and of a count of our own', async ({ page, request }) => {
  const trouble = watchForTrouble(page)
  await openPage(page, `area=${STREET}&check=missingCoordinates`)
  const { counts, pendingDowngrades } = await read<{
    counts: { [check: string]: number }
    pendingDowngrades: number
  }>(request, `/api/quality?area=${STREET}`)
  for (const [check, count] of Object.entries(counts)) {
    expect(await countOf(page, check), check).toBe(count)
  }
  expect(await countOf(page, 'pendingDowngrades')).toBe(pendingDowngrades)

  const points = await allPoints(request, `area=${STREET}`)
  const overdue = await allPoints(request, `area=${STREET}&reviewOverdue=true`)
  expect(counts.missingCoordinates).toBe(points.filter((each) => each.longitude === null).length)
  expect(counts.overdueReviews).toBe(overdue.length)
  await expect(page.locator('.quality-item')).toHaveCount(Math.min(50, counts.missingCoordinates!))
  expect(trouble).toEqual([])
})

test('all findings come by 更多, and as a file', async ({ page, request }) => {
  await openPage(page, 'check=missingCoordinates')
  const total = await countOf(page, 'missingCoordinates')
  while (await page.locator('.more').count()) {
    const shown = await page.locator('.quality-item').count()
    await page.locator('.more').click()
    await expect(page.locator('.quality-item').nth(shown)).toBeVisible()
  }
  await expect(page.locator('.quality-item')).toHaveCount(total)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^缺坐标-龙岗区-\d{4}-\d{2}-\d{2}\.csv$/)
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n')
  expect(lines[0]).toContain('演示数据')
  expect(lines).toHaveLength(total + 2)
  const points = await allPoints(request, 'area=440307')
  const missing = points.filter((each) => each.longitude === null).map((each) => each.code)
  expect(
    lines
      .slice(2)
      .map((line) => line.split(',')[1])
      .sort(),
  ).toEqual(missing.sort())
})

test('a mistake reported on the card of a park is on the page, and closed there', async ({
  page,
  request,
}) => {
  const [point] = await allPoints(request, `area=${STREET}&level=low`)
  await page.goto(`/?area=${point!.areaCode}&park=${point!.parkCode}`)
  const report = page.locator('.park-card > .report-error')
  await report.getByRole('button', { name: '报错' }).click()
  const text = `运营方名称有误 ${Date.now()}`
  await report.getByLabel('哪里不对').fill(text)
  await report.getByRole('button', { name: '提交' }).click()
  await expect(report.getByRole('status')).toHaveText('已提交,可在数据质量页跟进')

  await openPage(page, `area=${point!.areaCode}&check=errorReports`)
  const item = page.locator('.quality-item').filter({ hasText: text })
  await expect(item).toHaveAttribute('data-code', point!.parkCode)
  const before = await countOf(page, 'errorReports')
  await item.getByRole('button', { name: '处理' }).click()
  await item.getByLabel('处理结果').fill('已与园区核对并更正')
  await item.getByRole('button', { name: '办结' }).click()
  await expect(item).toHaveCount(0)
  await expect.poll(() => countOf(page, 'errorReports')).toBe(before - 1)
})

test('a lowering asked for through the API is approved on the page', async ({ page, request }) => {
  const [item] = await allPoints(request, `area=${STREET}&level=larger`)
  const address = `/api/risk-points/${item!.code}`
  const point = await read<Point>(request, address)
  await rejectPending(request, item!)
  const asked = await write<Point & { pendingDowngrade: { id: number } | null }>(
    request,
    'PATCH',
    address,
    {
      grading: { method: 'LEC', inputs: { l: 1, e: 6, c: 15 } },
      trigger: 'processChange',
      reason: '工艺改造后重新评估',
    },
    point.version,
  )
  expect(asked.level).toBe('larger')
  const { id } = asked.pendingDowngrade!

  await openPage(page, `area=${item!.areaCode}&check=pendingDowngrades`)
  const lowering = page.locator(`[data-downgrade="${id}"]`)
  await expect(lowering).toContainText('D = L × E × C = 1 × 6 × 15 = 90')
  await expect(lowering.locator('.levels')).toHaveText(/较大风险点\s*→\s*一般风险点/)
  await lowering.getByRole('button', { name: '批准', exact: true }).click()
  await lowering.getByLabel('审批意见').fill('现场核实属实')
  await lowering.getByRole('button', { name: '批准', exact: true }).click()
  await expect(page.locator('.outcome')).toContainText('已批准')
  await page.getByText(/已办结的申请/).click()
  await expect(page.locator(`details [data-downgrade="${id}"]`)).toContainText('现场核实属实')
  expect((await read<Point>(request, address)).level).toBe('general')

  await undo(request, address)
  const restored = await read<Point>(request, address)
  expect(restored).toMatchObject({ level: 'larger', reviewDue: point.reviewDue })
})

test('an enterprise is edited, its history shows the change, and the change is undone', async ({
  page,
  request,
}) => {
  const [point] = await allPoints(request, `area=${STREET}&level=low`)
  const park = await read<{ enterprises: { code: string; name: string; headcount: number }[] }>(
    request,
    `/api/parks/${point!.parkCode}`,
  )
  const enterprise = park.enterprises[0]!
  await page.goto(`/?area=${point!.areaCode}&park=${point!.parkCode}`)
  await page.locator(`.enterprise-list [data-code="${enterprise.code}"] button`).click()
  const card = page.locator('.enterprise-card')
  await expect(card.getByRole('heading', { level: 2 }).first()).toContainText(enterprise.name)
  await card.getByRole('button', { name: '编辑' }).click()
  await card.locator('[name=headcount]').fill(String(enterprise.headcount + 7))
  await card.locator('[name=reason]').fill('年度核对')
  await card.getByRole('button', { name: '保存' }).click()
  await expect(card.locator('.fact-list')).toContainText(`${enterprise.headcount + 7} 人`)

  await card.getByRole('button', { name: '变更记录' }).click()
  const latest = card.locator('.history-list li').first()
  await expect(latest).toContainText('演示管理员')
  await expect(latest).toContainText('年度核对')
  await expect(latest).toContainText(`${enterprise.headcount} 人`)
  await latest.getByRole('button', { name: '撤销' }).click()
  await card.locator('.reason-form textarea').fill('录错')
  await card.locator('.reason-form').getByRole('button', { name: '撤销' }).click()
  await expect(card.locator('.fact-list')).toContainText(`${enterprise.headcount} 人`)
  await expect(latest).toContainText('录错')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(page.locator('.park-card')).toBeVisible()
})

test('the second writer of two sees what the first changed, and loses nothing', async ({
  page,
  request,
}) => {
  const [point] = await allPoints(request, `area=${STREET}&level=low`)
  const { enterprises } = await read<{ enterprises: { code: string; headcount: number }[] }>(
    request,
    `/api/parks/${point!.parkCode}`,
  )
  const { code, headcount } = enterprises[0]!
  const address = `/api/enterprises/${code}`
  await page.goto(`/?area=${point!.areaCode}&park=${point!.parkCode}`)
  await page.locator(`.enterprise-list [data-code="${code}"] button`).click()
  const card = page.locator('.enterprise-card')
  await card.getByRole('button', { name: '编辑' }).click()
  await card.locator('[name=headcount]').fill(String(headcount + 3))
  await card.locator('[name=reason]').fill('年度核对')
  const { version } = await read<Versioned>(request, address)
  // Another floor on every run: what changes nothing makes no version.
  const floor = `${version + 1}层`
  await write(request, 'PATCH', address, { floor, reason: '搬楼层' }, version)
  await card.getByRole('button', { name: '保存' }).click()
  await expect(card.locator('.conflict-notice')).toContainText('搬楼层')
  await expect(card.locator('[name=headcount]')).toHaveValue(String(headcount + 3))
  await expect(card.locator('[name=floor]')).toHaveValue(floor)
  await card.getByRole('button', { name: '保存' }).click()
  await expect(card.locator('.fact-list')).toContainText(`${headcount + 3} 人`)
  await expect(card.locator('.fact-list')).toContainText(floor)
  await undo(request, address)
  expect(await read(request, address)).toMatchObject({ headcount, floor })
})

test('a finding about an enterprise leads to its card', async ({ page }) => {
  await openPage(page, 'check=enterpriseGaps')
  const item = page.locator('.quality-item').first()
  const code = await item.getAttribute('data-code')
  await item.getByRole('link', { name: '打开卡片' }).click()
  await expect(page).toHaveURL(/park=/)
  await expect(page.locator('.enterprise-card')).toContainText(`企业 · ${code}`)
  await expect(page.locator('.enterprise-card .vacant').first()).toContainText('未填')
})

test('another quantity of a hazard source: S and R follow, and the point is due for review', async ({
  page,
  request,
}) => {
  const [item] = await allPoints(request, 'area=440307&majorHazards=true')
  const address = `/api/risk-points/${item!.code}`
  const point = await read<Point>(request, address)
  const source = point.hazardSources[0]!
  await page.goto(`/?area=${item!.areaCode}&park=${item!.parkCode}&point=${item!.code}`)
  const article = page.locator(`.hazard-source-facts [data-code="${source.code}"]`)
  await article.getByRole('button', { name: '编辑' }).click()
  const quantity = article.locator('[name=quantity]').first()
  const tonnes = Number(await quantity.inputValue())
  await quantity.fill(String(tonnes * 2))
  await expect(article.locator('[data-value=s]')).toContainText(`${tonnes * 2}/`)
  await expect(article.locator('.review')).toContainText('应在 30 日内复评')
  await article.locator('[name=reason]').fill('扩容')
  await article.getByRole('button', { name: '保存' }).click()
  await expect(article).toContainText(`= ${Number((source.s * 2).toPrecision(6))}`)
  await expect(article).toContainText('该风险点应复评')
  const changed = (await read<Point>(request, address)).hazardSources[0]!
  expect(changed.s).toBeCloseTo(source.s * 2, 9)
  expect(changed.r).toBeCloseTo(source.r * 2, 9)

  // The quantity comes back; that the point is due for review stays, and is no figure of the map.
  await undo(request, `/api/hazard-sources/${source.code}`)
  const restored = (await read<Point>(request, address)).hazardSources[0]
  expect(restored).toMatchObject({ s: source.s, r: source.r })
})

for (const [width, height, theme] of [
  [390, 844, 'light'],
  [1366, 768, 'dark'],
  [1920, 1080, 'light'],
] as const) {
  test(`${width}×${height}, ${theme}: the page fits and is no trouble`, async ({ page }) => {
    const trouble = watchForTrouble(page)
    await page.setViewportSize({ width, height })
    await page.addInitScript((chosen) => localStorage.setItem('longgang.theme', chosen), theme)
    await page.goto('/quality?check=overdueReviews')
    await expect(page.locator('.quality-item').first()).toBeVisible()
    const overflow = await page
      .locator('.quality-page')
      .evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow).toBe(0)
    await page.screenshot({ path: `tests/e2e/screens/quality-${width}x${height}-${theme}.png` })
    expect(trouble).toEqual([])
  })
}
