import type { DocumentDraft, DocumentTemplateVersion } from '#data/contract/offices/documents'
import { parseTemplate, renderTemplate } from '#data/domain/documentTemplate'
import {
  DOCUMENT_TEMPLATES,
  SHIPPED_VERSION,
  type DocumentTemplateKey,
} from '#data/domain/documentTemplates'
import { DOCUMENT_SOURCES, type DocumentSource } from '#data/domain/documentFields'
import { HIDDEN_DANGER_STATES } from '#data/domain/hiddenDangers'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import { refused, type HttpProblem } from '../../http/problems.ts'
import { listTemplateVersions } from './documents.queries.ts'
import {
  findDocumentCheck,
  findDocumentDanger,
  findLastReview,
  findOrderNumber,
  listDocumentFindings,
  type DocumentFinding,
} from './documentSubject.queries.ts'
import { documentValues, partyOf, type DocumentSubject } from './documentValues.ts'

/** Every version of a template, that in force first; the last is the product's own. */
export async function readTemplate(
  transaction: Queryable,
  key: DocumentTemplateKey,
): Promise<[DocumentTemplateVersion, ...DocumentTemplateVersion[]]> {
  const made = await listTemplateVersions(transaction, key)
  const own = made.map((row) => ({ ...row, shipped: false }))
  const [first, ...others] = [...own, shippedTemplate(key)]
  return [first ?? shippedTemplate(key), ...others]
}

export function shippedTemplate(key: DocumentTemplateKey): DocumentTemplateVersion {
  const { labels, body } = DOCUMENT_TEMPLATES[key]
  return {
    key,
    version: SHIPPED_VERSION,
    title: labels['zh-CN'],
    body,
    shipped: true,
    changedBy: null,
    changedAt: null,
    changeReason: null,
  }
}

type Asked = { check?: string | undefined; hiddenDanger?: string | undefined }

/** @throws HttpProblem 422 without one of the two, for one that is none, or that does not fit */
export async function requireSubject(
  transaction: Queryable,
  key: DocumentTemplateKey,
  asked: Asked,
): Promise<DocumentSubject> {
  const source = requireSource(key, asked)
  if (source === 'check') {
    const check = await findDocumentCheck(transaction, asked.check ?? '')
    if (!check) throw noSuch('check', asked.check ?? '')
    const found = await listDocumentFindings(transaction, check.id)
    // What was rectified and closed meanwhile is not ordered any more.
    const findings = key === 'rectificationOrder' ? found.filter(isLeft) : found
    const none = { hiddenDanger: null, review: null, orderNumber: null }
    return { check, visit: check, findings, ...none }
  }
  const hiddenDanger = await findDocumentDanger(transaction, asked.hiddenDanger ?? '')
  if (!hiddenDanger) throw noSuch('hiddenDanger', asked.hiddenDanger ?? '')
  const { id, checkCode } = hiddenDanger
  const visit = checkCode === null ? undefined : await findDocumentCheck(transaction, checkCode)
  return {
    check: null,
    hiddenDanger,
    visit: visit ?? null,
    findings: [hiddenDanger],
    review: (await findLastReview(transaction, id)) ?? null,
    orderNumber: await findOrderNumber(transaction, id),
  }
}

const isLeft = ({ onTheSpot, state }: DocumentFinding) =>
  onTheSpot || HIDDEN_DANGER_STATES[state].open

function requireSource(key: DocumentTemplateKey, { check, hiddenDanger }: Asked): DocumentSource {
  const {
    sources,
    labels,
  }: { sources: readonly DocumentSource[]; labels: { 'zh-CN': string; en: string } } =
    DOCUMENT_TEMPLATES[key]
  const source = check === undefined ? 'hiddenDanger' : 'check'
  if ((check === undefined) === (hiddenDanger === undefined)) {
    throw refused(sources[0] ?? 'check', {
      'zh-CN': '请指明一次检查或一处隐患,二者选一。',
      en: 'Name a check or a hidden danger, one of the two.',
    })
  }
  if (sources.includes(source)) return source
  const fitting = sources.map((each) => DOCUMENT_SOURCES[each].labels)
  throw refused(source, {
    'zh-CN': `《${labels['zh-CN']}》由${fitting.map((each) => each['zh-CN']).join('、')}生成,请从那里打开。`,
    en: `“${labels.en}” is made from: ${fitting.map(({ en }) => en.toLowerCase()).join(', ')}. Open it from there.`,
  })
}

function noSuch(source: DocumentSource, code: string): HttpProblem {
  const label = DOCUMENT_SOURCES[source].labels
  return refused(source, {
    'zh-CN': `没有编号为 ${code} 的${label['zh-CN']},或已撤销。请核对编号。`,
    en: `There is no ${label.en.toLowerCase()} ${code}, or it was withdrawn: check the code.`,
  })
}

/** Parses a body; @throws HttpProblem 422 that names what no field is, by line. */
export function requireTemplate(body: string) {
  const parsed = parseTemplate(body)
  const [first] = parsed.problems
  if (!first) return parsed
  const shown = parsed.problems.slice(0, 5)
  throw refused('body', {
    'zh-CN': shown.map((problem) => problem['zh-CN']).join(''),
    en: shown.map((problem) => problem.en).join(' '),
  })
}

/** The document that a template makes of a subject. */
export function makeDraft(
  template: Pick<DocumentTemplateVersion, 'key' | 'version' | 'title' | 'body' | 'shipped'>,
  subject: DocumentSubject,
  number: string,
  clock: Pick<Clock, 'today' | 'asOf' | 'source'>,
): DocumentDraft {
  const values = documentValues(subject, { number, day: clock.today() })
  const { fictitious } = partyOf(subject)
  return {
    templateKey: template.key,
    templateVersion: template.version,
    title: template.title,
    lines: renderTemplate(requireTemplate(template.body), values),
    sample: template.shipped || fictitious,
    fictitious,
    asOf: clock.asOf(),
    source: clock.source,
  }
}

/** What has to be there before a document may be issued. @throws HttpProblem 422 */
export function requireReady(key: DocumentTemplateKey, subject: DocumentSubject): void {
  if (key === 'reviewOpinion' && subject.review === null) {
    throw refused('hiddenDanger', {
      'zh-CN': '该隐患尚未复查,不能出具复查意见书。请先登记复查结果。',
      en: 'It was not re-checked yet, so there is no opinion to issue: register the re-check first.',
    })
  }
  const { hiddenDanger } = subject
  if (
    key === 'rectificationOrder' &&
    hiddenDanger &&
    !HIDDEN_DANGER_STATES[hiddenDanger.state].open
  ) {
    const { labels } = HIDDEN_DANGER_STATES[hiddenDanger.state]
    throw refused('hiddenDanger', {
      'zh-CN': `该隐患现为“${labels['zh-CN']}”,不能再责令整改。已合并的请对并入的隐患出具;已销号的另有问题请重新登记。`,
      en: `It is “${labels.en}”, so nothing can be ordered. Where it was merged, issue the order for what it was merged into; a new problem is registered anew.`,
    })
  }
  if (key === 'rectificationOrder' && subject.findings.every(({ onTheSpot }) => onTheSpot)) {
    throw refused(subject.check ? 'check' : 'hiddenDanger', {
      'zh-CN': '没有需要限期整改的问题,不能出具责令限期整改指令书。',
      en: 'Nothing is left to be rectified by a deadline, so there is nothing to order.',
    })
  }
}
