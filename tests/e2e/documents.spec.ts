import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'

test('a template that the district changed is printed whole on A4', async ({ page, request }) => {
  const { items } = (await (await request.get('/api/hidden-dangers?open=true&limit=1')).json()) as {
    items: { code: string }[]
  }
  const code = items[0]?.code ?? ''
  const ending = `本区附注 ${Date.now()}`
  await page.goto('/work/documents')
  await page.locator('[data-edit="rectificationOrder"]').click()
  const body = page.locator('textarea[name="body"]')
  await expect(body).toHaveValue(/责令限期整改指令书/)
  const shipped = await body.inputValue()
  await body.fill(`${shipped}\n{没有的字段}`)
  await expect(page.getByText('没有名为“没有的字段”的字段')).toBeVisible()
  await body.fill(`${shipped}\n= ${ending}`)
  await page.locator('input[name="reason"]').fill('本区格式')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(body).toHaveCount(0)

  await page.goto(`/print/document?template=rectificationOrder&hiddenDanger=${code}`)
  await page.getByRole('button', { name: '出具(编号留存)' }).click()
  await expect(page).toHaveURL(/\?id=\d+/)
  const paper = page.locator('.paper')
  await expect(paper).toContainText(ending)
  await expect(paper).toContainText('不作为执法文书')
  const path = test.info().outputPath('document.pdf')
  await page.pdf({ path, preferCSSPageSize: true })
  const printed = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  const flat = printed.replace(/\s/g, '')
  for (const text of [ending, '责令限期整改指令书', '应急责改〔', '演示数据请勿引用']) {
    expect(flat).toContain(text.replace(/\s/g, ''))
  }
  // Every line of the document is on the paper: nothing is cut off.
  for (const line of await paper.locator('p, h1, h2').allInnerTexts()) {
    expect(flat).toContain(line.replace(/\s/g, ''))
  }
})
