import * as z from 'zod/mini'
import { isDocumentField, type DocumentField, type DocumentValues } from './documentFields.ts'
import type { Labels } from './locales.ts'

/** What a line of a template begins with; without a mark it is a paragraph. */
export const LINE_MARKS = {
  title: { mark: '# ', labels: { 'zh-CN': '标题(居中)', en: 'Title, centred' } },
  heading: { mark: '## ', labels: { 'zh-CN': '小标题', en: 'Heading' } },
  right: { mark: '> ', labels: { 'zh-CN': '右对齐', en: 'To the right' } },
  flush: { mark: '= ', labels: { 'zh-CN': '不缩进', en: 'Without indent' } },
  signature: {
    mark: '@ ',
    labels: { 'zh-CN': '签名处,多个用 | 分开', en: 'Signatures, parted by |' },
  },
  rule: { mark: '---', labels: { 'zh-CN': '分隔线', en: 'Rule' } },
  paragraph: { mark: '', labels: { 'zh-CN': '正文(首行缩进)', en: 'Paragraph' } },
} as const satisfies Record<string, { mark: string; labels: Labels }>
export type LineKind = keyof typeof LINE_MARKS
const lineKindSchema = z.enum(Object.keys(LINE_MARKS) as [LineKind, ...LineKind[]])

/** A stretch of a line: text of the template, or what a field stood for; an empty one is a blank. */
export const documentRunSchema = z.object({
  text: z.string(),
  field: z.nullable(z.string()),
})
export const documentLineSchema = z.object({
  kind: lineKindSchema,
  /** One, or as many as there are signatures beside each other. */
  cells: z.array(z.array(documentRunSchema)),
})
export type DocumentRun = z.infer<typeof documentRunSchema>
export type DocumentLine = z.infer<typeof documentLineSchema>

type Piece = { text: string } | { field: DocumentField }
type TemplateLine = { kind: LineKind; cells: Piece[][] }
export type ParsedTemplate = { lines: TemplateLine[]; problems: Labels[] }

/** `{field}`, `{{` and `}}` for the braces themselves, a brace that stands alone, or text. */
const TOKENS = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/gu

/**
 * Reads a template. It can name fields and nothing else: no condition, no loop, no mark-up, so
 * whatever a value holds is text. What cannot be read is told by line.
 */
export function parseTemplate(body: string): ParsedTemplate {
  const problems: Labels[] = []
  const lines = body
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trimEnd(), number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const kind = kindOf(line)
      const text = line.slice(LINE_MARKS[kind].mark.length)
      const parts = kind === 'signature' ? text.split('|').map((part) => part.trim()) : [text]
      return { kind, cells: parts.map((part) => readPieces(part, number, problems)) }
    })
  if (lines.length === 0) problems.push({ 'zh-CN': '模板没有内容。', en: 'The template is empty.' })
  return { lines, problems }
}

function kindOf(line: string): LineKind {
  if (line === LINE_MARKS.rule.mark) return 'rule'
  const marked = (['heading', 'title', 'right', 'flush', 'signature'] as const).find((kind) =>
    line.startsWith(LINE_MARKS[kind].mark),
  )
  return marked ?? 'paragraph'
}

function readPieces(text: string, line: number, problems: Labels[]): Piece[] {
  return Array.from(text.matchAll(TOKENS), ([token, word]): Piece => {
    if (token === '{{' || token === '}}') return { text: token.slice(1) }
    if (word !== undefined) {
      const name = word.trim()
      if (isDocumentField(name)) return { field: name }
      problems.push({
        'zh-CN': `第 ${line} 行:没有名为“${name}”的字段。请从字段表中选用,或把花括号写成两个。`,
        en: `Line ${line}: there is no field “${name}”. Use one of the list, or double the braces.`,
      })
    } else if (token === '{' || token === '}') {
      problems.push({
        'zh-CN': `第 ${line} 行:花括号“${token}”不成对。请补全,或写成两个表示括号本身。`,
        en: `Line ${line}: the brace “${token}” has no partner. Complete it, or double it to print it.`,
      })
    }
    return { text: token }
  })
}

/** The fields that a template names, each once. */
export function fieldsOf({ lines }: ParsedTemplate): DocumentField[] {
  const named = lines.flatMap(({ cells }) =>
    cells.flat().flatMap((piece) => ('field' in piece ? [piece.field] : [])),
  )
  return [...new Set(named)]
}

/** The document that a template makes of values; a value of several lines makes as many. */
export function renderTemplate({ lines }: ParsedTemplate, values: DocumentValues): DocumentLine[] {
  return lines.flatMap(({ kind, cells }) => {
    const rendered = cells.map((pieces) =>
      pieces.map((piece): DocumentRun =>
        'field' in piece
          ? { text: values[piece.field] ?? '', field: piece.field }
          : { text: piece.text, field: null },
      ),
    )
    return kind === 'signature' ? [{ kind, cells: rendered }] : breakLines(kind, rendered[0] ?? [])
  })
}

function breakLines(kind: LineKind, runs: readonly DocumentRun[]): DocumentLine[] {
  const broken: DocumentRun[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) broken.push([])
      broken.at(-1)?.push({ ...run, text })
    })
  }
  return broken.map((own) => ({ kind, cells: [own] }))
}

/** The words of a document as plain text, a line each: for search, and to compare two of them. */
export function documentText(lines: readonly DocumentLine[]): string {
  return lines
    .map(({ cells }) => cells.map((runs) => runs.map(({ text }) => text).join('')).join(' '))
    .join('\n')
}
