import { expect, test } from 'vitest'
import {
  DOCUMENT_FIELD_ORDER,
  type DocumentField,
  type DocumentValues,
} from '#data/domain/documentFields'
import {
  documentText,
  fieldsOf,
  parseTemplate,
  renderTemplate,
} from '#data/domain/documentTemplate'
import { DOCUMENT_TEMPLATE_ORDER, DOCUMENT_TEMPLATES } from '#data/domain/documentTemplates'

const values = (own: Partial<Record<DocumentField, string>> = {}): DocumentValues => ({
  ...(Object.fromEntries(DOCUMENT_FIELD_ORDER.map((field) => [field, null])) as DocumentValues),
  ...own,
})
const render = (body: string, own = {}) => renderTemplate(parseTemplate(body), values(own))

test.each(DOCUMENT_TEMPLATE_ORDER)('the shipped template %s names fields that there are', (key) => {
  const parsed = parseTemplate(DOCUMENT_TEMPLATES[key].body)
  expect(parsed.problems).toEqual([])
  expect(fieldsOf(parsed)).toContain('文书编号')
  expect(parsed.lines[0]?.kind).toBe('title')
})

test('each mark makes its kind of line, and signatures stand beside each other', () => {
  const lines = render('# 甲\n## 乙\n> 丙\n= 丁\n---\n@ 戊 | 己\n庚')
  expect(lines.map(({ kind }) => kind)).toEqual([
    'title',
    'heading',
    'right',
    'flush',
    'rule',
    'signature',
    'paragraph',
  ])
  expect(lines[5]?.cells).toHaveLength(2)
})

test('a value is text whatever it holds, and each of its lines is one', () => {
  const lines = render('= 见:{问题清单}。', { 问题清单: '1.{园区}\n# 2.<b>' })
  expect(documentText(lines)).toBe('见:1.{园区}\n# 2.<b>。')
  expect(lines.map(({ kind }) => kind)).toEqual(['flush', 'flush'])
})

test('what nobody knows is a blank, and doubled braces are braces', () => {
  const [line] = render('{{园区}}:{ 园区 }')
  expect(line?.cells[0]?.at(-1)).toEqual({ text: '', field: '园区' })
  expect(documentText(line ? [line] : [])).toBe('{园区}:')
})

test('what cannot be read is told by line, in both languages', () => {
  const { problems } = parseTemplate('# 好\n{法人}\n{园区\n}')
  expect(problems.map(({ en }) => en.slice(0, 8))).toEqual(['Line 2: ', 'Line 3: ', 'Line 4: '])
  expect(problems[0]?.['zh-CN']).toContain('“法人”')
  expect(parseTemplate(' \n').problems).toHaveLength(1)
})
