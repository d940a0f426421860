import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentDraft } from '#data/contract/offices/documents'
import { addDays } from '#data/domain/clock'
import { documentText } from '#data/domain/documentTemplate'
import { DOCUMENT_TEMPLATE_ORDER, DOCUMENT_TEMPLATES } from '#data/domain/documentTemplates'
import { serveWritable, type Writable } from './serveWritable.ts'

let api: Writable
let check: string
let danger: string
beforeAll(async () => {
  api = await serveWritable()
  const visit = await api.send('registerCheck', '/api/checks', {
    body: {
      parkCode: api.park.code,
      kind: 'routine',
      department: '平湖街道应急管理办(演示)',
      inspector: '演示安监员A01、演示安监员A02',
      findings: [
        {
          outcome: 'deadlineSet',
          location: '抛光车间<b>',
          description: '砂轮机无防护罩 {不是字段}',
          category: 'mechanical',
          clauseNumber: 23,
          deadline: addDays(api.today, 7),
        },
        {
          outcome: 'rectifiedOnTheSpot',
          location: '仓库',
          description: '疏散通道堆货',
          category: 'fire',
        },
      ],
    },
  })
  check = visit.code
  danger = visit.findings.find(({ state }) => state !== 'closed')!.code
})
afterAll(() => api.close())

const address = (key: string, action: string) => `/api/document-templates/${key}/${action}`
const draft = (key: string, subject: string) =>
  api.get('draftDocument', `${address(key, 'draft')}?${subject}`)
const textOf = ({ lines }: Pick<DocumentDraft, 'lines'>) => documentText(lines)

test('a record of an inspection tells who, where, when and what was found', async () => {
  const made = await draft('checkRecord', `check=${check}`)
  const text = textOf(made)
  expect(text).toContain('检查人员演示安监员A01、演示安监员A02出示证件')
  expect(text).toContain('检查结果:限期整改。')
  expect(text).toContain('抛光车间<b>:砂轮机无防护罩 {不是字段}。依据:')
  expect(text).toContain('2、仓库:疏散通道堆货。')
  expect(text).toContain('处置:当场整改。')
  expect(text).toContain('(演示)')
  expect(text).not.toContain('问题清单')
  expect(made).toMatchObject({ sample: true, fictitious: true, templateVersion: 1 })
})

test('an order names only what is left to be rectified, from a check and from a hidden danger', async () => {
  for (const subject of [`check=${check}`, `hiddenDanger=${danger}`]) {
    const text = textOf(await draft('rectificationOrder', subject))
    expect(text).toContain('存在下列1项问题')
    expect(text).toContain('1、抛光车间<b>')
    expect(text).not.toContain('仓库')
  }
})

test('an opinion needs a re-check, and names the order it follows', async () => {
  const subject = { template: 'reviewOpinion', hiddenDanger: danger }
  const early = await api.refusal('issueDocument', '/api/documents', { body: subject })
  expect(early.detail).toContain('not re-checked')
  const order = await api.send('issueDocument', '/api/documents', {
    body: { template: 'rectificationOrder', hiddenDanger: danger },
  })
  expect(order.number).toMatch(/^应急责改〔2026〕\d+号$/)
  expect(textOf(order)).toContain(`(龙岗)${order.number}`)
  const next = await api.send('issueDocument', '/api/documents', {
    body: { template: 'rectificationOrder', check },
  })
  expect(next.number).not.toBe(order.number)
  const text = textOf(await draft('reviewOpinion', `hiddenDanger=${danger}`))
  expect(text).toContain(next.number)
  await api.send('voidDocument', `/api/documents/${next.id}/voiding`, { body: { reason: '重复' } })
  expect(textOf(await draft('reviewOpinion', `hiddenDanger=${danger}`))).toContain(order.number)
  const again = { body: { reason: '再次' } }
  const twice = await api.refusal('voidDocument', `/api/documents/${next.id}/voiding`, again)
  expect(twice.status).toBe(409)
})

test('nothing is ordered of what is closed, and a reprint is of the day it was issued', async () => {
  const visit = await api.send('registerCheck', '/api/checks', {
    body: {
      parkCode: api.park.code,
      kind: 'routine',
      department: '平湖街道应急管理办(演示)',
      inspector: '演示安监员A01、演示安监员A02',
      findings: [
        {
          outcome: 'deadlineSet',
          location: '仓库',
          description: '灭火器压力不足',
          category: 'fire',
          deadline: addDays(api.today, 7),
        },
      ],
    },
  })
  const [finding] = visit.findings
  const order = { template: 'rectificationOrder', hiddenDanger: finding!.code }
  const issued = await api.send('issueDocument', '/api/documents', { body: order })
  expect((await api.get('getDocument', `/api/documents/${issued.id}`)).asOf).toBe(issued.issuedAt)
  await api.send('actOnHiddenDanger', `/api/hidden-dangers/${finding!.code}/events`, {
    body: { action: 'dismiss', reason: '经核不构成隐患' },
    version: finding!.version,
  })
  const problem = await api.refusal('issueDocument', '/api/documents', { body: order })
  expect(problem.detail).toContain('“Dismissed”')
  const ofCheck = { template: 'rectificationOrder', check: visit.code }
  const nothing = await api.refusal('issueDocument', '/api/documents', { body: ofCheck })
  expect(nothing.detail).toContain('Nothing is left')
})

test('a template that the district changed is in force at once; what was issued stays', async () => {
  const before = await api.send('issueDocument', '/api/documents', {
    body: { template: 'checkRecord', check },
  })
  const { version } = await api.get('getDocumentTemplate', '/api/document-templates/checkRecord')
  const change = (body: string, from = version) => ({
    body: { title: '检查笔录', body, reason: '按区里的格式' },
    version: from,
  })
  const changed = await api.send(
    'changeDocumentTemplate',
    address('checkRecord', 'versions'),
    change('# 检查笔录\n= 单位:{被检查单位}\n{{原样}}'),
  )
  expect(changed).toMatchObject({ version: version + 1, shipped: false, changedBy: '演示管理员' })
  const made = await draft('checkRecord', `check=${check}`)
  expect(made.title).toBe('检查笔录')
  expect(textOf(made)).toContain('{原样}')
  const kept = await api.get('getDocument', `/api/documents/${before.id}`)
  expect(kept.lines).toEqual(before.lines)
  const stale = await api.refusal(
    'changeDocumentTemplate',
    address('checkRecord', 'versions'),
    change('# 又一版'),
  )
  expect(stale.status).toBe(412)
})

test('a field that is none is refused with its name and its line', async () => {
  const preview = (body: string) =>
    api.refusal('previewDocument', address('checkRecord', 'preview'), {
      body: { title: '试', body, check },
    })
  expect((await preview('# 标题\n{被检查单位}{法人代表}')).detail).toContain(
    'Line 2: there is no field “法人代表”',
  )
  expect((await preview('a {被检查单位')).detail).toContain('Line 1: the brace')
  expect((await preview('\n \n')).detail).toContain('empty')
  const good = await api.send('previewDocument', address('checkRecord', 'preview'), {
    body: { title: '试', body: '单位:{被检查单位}', check },
  })
  expect(textOf(good)).toContain('单位:')
})

test('a document is about one thing that fits its template', async () => {
  const refusal = (subject: string) => api.problem(`${address('checkRecord', 'draft')}?${subject}`)
  expect((await refusal('')).detail).toContain('one of the two')
  expect((await refusal(`check=${check}&hiddenDanger=${danger}`)).status).toBe(422)
  expect((await refusal(`hiddenDanger=${danger}`)).detail).toContain('made from')
  expect((await refusal('check=NONE-1')).detail).toContain('no check NONE-1')
})

test('issued documents are listed, and written once', async () => {
  const { items, total } = await api.get('listDocuments', `/api/documents?hiddenDanger=${danger}`)
  expect(total).toBe(1)
  expect(items[0]).toMatchObject({ hiddenDangerCode: danger, templateKey: 'rectificationOrder' })
  await expect(
    api.db.transaction(async (transaction) => {
      await transaction.query('SET LOCAL ROLE longgang_administrator')
      await transaction.query(`UPDATE issued_documents SET title = 'x'`)
    }),
  ).rejects.toThrow(/permission denied/)
})

test('every shipped template can be read', async () => {
  const { items } = await api.get('listDocumentTemplates', '/api/document-templates')
  expect(items.map(({ key }) => key)).toEqual([...DOCUMENT_TEMPLATE_ORDER])
  for (const key of DOCUMENT_TEMPLATE_ORDER) {
    const { sources } = DOCUMENT_TEMPLATES[key]
    for (const source of sources) {
      const subject = source === 'check' ? `check=${check}` : `hiddenDanger=${danger}`
      expect((await draft(key, subject)).lines.length).toBeGreaterThanOrEqual(3)
    }
  }
})
