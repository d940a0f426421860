import type { DOCUMENTS_CONTRACT, IssuedDocument } from '#data/contract/offices/documents'
import { DISTRICT_CODE } from '#data/domain/areas'
import {
  DOCUMENT_TEMPLATE_ORDER,
  DOCUMENT_TEMPLATES,
  SHIPPED_VERSION,
  type DocumentTemplateKey,
} from '#data/domain/documentTemplates'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound } from '../../http/problems.ts'
import { requireVersion } from '../versions/history.ts'
import {
  makeDraft,
  readTemplate,
  requireReady,
  requireSubject,
  requireTemplate,
} from './documentMaking.ts'
import {
  countIssued,
  findIssued,
  insertTemplateVersion,
  listIssued,
  readIssuedLines,
  voidIssued,
} from './documents.queries.ts'
import { lockDocumentSubject } from './documentSubject.queries.ts'
import { issue } from './issueDocument.ts'
import { pageAnswer, pageOf } from './paging.ts'

type Keys = keyof typeof DOCUMENTS_CONTRACT
type TemplateKeys =
  | 'listDocumentTemplates'
  | 'getDocumentTemplate'
  | 'changeDocumentTemplate'
  | 'draftDocument'
  | 'previewDocument'

export function documentHandlers(services: Services): Pick<Handlers, Keys> {
  const { clock } = services
  return {
    ...templateHandlers(services),
    issueDocument: ({ body, actor, write }) =>
      write(async (transaction) => {
        const { template: key, ...asked } = body
        await lockDocumentSubject(transaction, asked)
        const subject = await requireSubject(transaction, key, asked)
        requireReady(key, subject)
        const id = await issue({ transaction, actor, clock }, key, subject)
        return readIssued(transaction, clock, id)
      }),
    listDocuments: ({ query, read }) =>
      read(async (transaction) => {
        const page = pageOf(query)
        const found = await listIssued(transaction, query, page)
        const total = await countIssued(transaction, query)
        return { ...pageAnswer(found, page), total, asOf: clock.asOf(), source: clock.source }
      }),
    getDocument: ({ params, read }) =>
      read((transaction) => readIssued(transaction, clock, Number(params.id))),
    voidDocument: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const id = Number(params.id)
        const document = await readIssued(transaction, clock, id)
        const mark = { by: actor.name, at: clock.now(), reason: body.reason }
        if (!(await voidIssued(transaction, id, mark))) {
          throw new HttpProblem('alreadyDone', {
            'zh-CN': `${document.number} 已作废:${document.voided?.reason ?? ''}`,
            en: `${document.number} is void already: ${document.voided?.reason ?? ''}`,
          })
        }
        return readIssued(transaction, clock, id)
      }),
  }
}

function templateHandlers({ clock }: Services): Pick<Handlers, TemplateKeys> {
  /** A draft has no number: it is drawn when the document is issued. */
  const unnumbered = (key: DocumentTemplateKey) =>
    `${DOCUMENT_TEMPLATES[key].numberPrefix}〔${clock.today().slice(0, 4)}〕　号`
  return {
    listDocumentTemplates: ({ read }) =>
      read(async (transaction) => {
        const items = []
        for (const key of DOCUMENT_TEMPLATE_ORDER) {
          items.push((await readTemplate(transaction, key))[0])
        }
        return { items, asOf: clock.asOf() }
      }),
    getDocumentTemplate: ({ params, read }) =>
      read(async (transaction) => {
        const versions = await readTemplate(transaction, params.key)
        return { version: versions[0].version, versions, asOf: clock.asOf() }
      }),
    changeDocumentTemplate: ({ params, body, version, actor, write }) =>
      write(async (transaction) => {
        requireTemplate(body.body)
        const versions = await readTemplate(transaction, params.key)
        const rows = versions.map((each) => ({
          version: each.version,
          body: each.body,
          validUntil: null,
          change: {
            kind: each.version === SHIPPED_VERSION ? 'load' : 'edit',
            at: each.changedAt ?? clock.asOf(),
            by: each.changedBy ?? '',
            reason: each.changeReason,
          } as const,
        }))
        await requireVersion(version, versions[0], () => Promise.resolve(rows))
        const next = {
          key: params.key,
          version: version + 1,
          title: body.title,
          body: body.body,
          changedBy: actor.name,
          changeReason: body.reason,
        }
        const mark = { areaCode: DISTRICT_CODE, changedAt: clock.now() }
        if (!(await insertTemplateVersion(transaction, { ...next, ...mark }))) {
          throw new HttpProblem('alreadyDone', {
            'zh-CN': '他人刚刚保存了新版模板。请重新打开,在新版上修改。',
            en: 'Somebody saved a new version a moment ago: open it again and change that one.',
          })
        }
        return (await readTemplate(transaction, params.key))[0]
      }),
    draftDocument: ({ params, query, read }) =>
      read(async (transaction) => {
        const [template] = await readTemplate(transaction, params.key)
        const subject = await requireSubject(transaction, params.key, query)
        return makeDraft(template, subject, unnumbered(params.key), clock)
      }),
    previewDocument: ({ params, body, write }) =>
      write(async (transaction) => {
        const { title, body: text, ...asked } = body
        const subject = await requireSubject(transaction, params.key, asked)
        const [{ version }] = await readTemplate(transaction, params.key)
        const template = { key: params.key, version, title, body: text, shipped: false }
        return makeDraft(template, subject, unnumbered(params.key), clock)
      }),
  }
}

async function readIssued(
  transaction: Queryable,
  clock: Clock,
  id: number,
): Promise<IssuedDocument> {
  const found = await findIssued(transaction, id)
  if (!found) throw notFound('document', String(id))
  return {
    ...found,
    lines: await readIssuedLines(transaction, id),
    sample: found.fictitious || found.templateVersion === SHIPPED_VERSION,
    // What it tells is of when it was issued, however often it is printed.
    asOf: found.issuedAt,
    source: clock.source,
  }
}
