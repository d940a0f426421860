import * as z from 'zod/mini'
import { issuedItemSchema, type IssuedDocumentItem } from '#data/contract/offices/documents'
import { documentLineSchema, type DocumentLine } from '#data/domain/documentTemplate'
import { documentTemplateKeySchema, type DocumentTemplateKey } from '#data/domain/documentTemplates'
import { instantSchema } from '#data/domain/changes'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { Page } from './paging.ts'
import { placeColumns, placeJoins, within } from './place.queries.ts'

const templateRowSchema = z.object({
  key: documentTemplateKeySchema,
  version: z.int(),
  title: z.string(),
  body: z.string(),
  changedBy: z.string(),
  changedAt: instantSchema,
  changeReason: z.string(),
})
export type TemplateRow = z.infer<typeof templateRowSchema>

/** Every version that the district made, the latest first; of one template or of all. */
export function listTemplateVersions(
  transaction: Queryable,
  key: DocumentTemplateKey | null,
): Promise<TemplateRow[]> {
  return query(
    transaction,
    templateRowSchema,
    `SELECT key, version, title, body, changed_by AS "changedBy",
       to_json(changed_at) AS "changedAt", change_reason AS "changeReason"
     FROM document_templates WHERE $1::text IS NULL OR key = $1
     ORDER BY key, version DESC`,
    [key],
  )
}

/** @returns false where somebody else made that version first */
export async function insertTemplateVersion(
  transaction: Queryable,
  template: Omit<TemplateRow, 'changedAt'> & { areaCode: string; changedAt: Date },
): Promise<boolean> {
  const rows = await transaction.query(
    `INSERT INTO document_templates (key, version, area_code, title, body, changed_by, changed_at,
       change_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING version`,
    [
      template.key,
      template.version,
      template.areaCode,
      template.title,
      template.body,
      template.changedBy,
      template.changedAt,
      template.changeReason,
    ],
  )
  return rows.length > 0
}

const ISSUED = `
  SELECT document.id, document.number, document.template_key AS "templateKey",
    document.template_version AS "templateVersion", document.title, visit.code AS "checkCode",
    danger.code AS "hiddenDangerCode", document.issued_by AS "issuedBy",
    to_json(document.issued_at) AS "issuedAt",
    CASE WHEN document.voided_at IS NOT NULL THEN json_build_object('at', document.voided_at,
      'by', document.voided_by, 'reason', document.void_reason) END AS voided,
    document.fictitious, ${placeColumns('document')}
  FROM issued_documents AS document ${placeJoins('document')}
  LEFT JOIN checks AS visit ON visit.id = document.check_id
  LEFT JOIN hidden_dangers AS danger ON danger.id = document.hidden_danger_id`

type Filter = {
  area?: string | undefined
  template?: DocumentTemplateKey | undefined
  check?: string | undefined
  hiddenDanger?: string | undefined
}
const CONDITION = `${within('document', '$1')}
  AND ($2::text IS NULL OR document.template_key = $2)
  AND ($3::text IS NULL OR document.check_id = (SELECT id FROM checks WHERE code = $3))
  AND ($4::text IS NULL OR document.hidden_danger_id =
    (SELECT id FROM hidden_dangers WHERE code = $4))`
const parametersOf = ({ area, template, check, hiddenDanger }: Filter): unknown[] => [
  area ?? null,
  template ?? null,
  check ?? null,
  hiddenDanger ?? null,
]

/** Issued documents, the latest first; one more than the page where there is one. */
export function listIssued(
  transaction: Queryable,
  filter: Filter,
  { offset, limit }: Page,
): Promise<IssuedDocumentItem[]> {
  return query(
    transaction,
    issuedItemSchema,
    `${ISSUED} WHERE ${CONDITION} ORDER BY document.id DESC OFFSET $5 LIMIT $6`,
    [...parametersOf(filter), offset, limit + 1],
  )
}

export async function countIssued(transaction: Queryable, filter: Filter): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    `SELECT count(*) AS count FROM issued_documents AS document WHERE ${CONDITION}`,
    parametersOf(filter),
  )
  return row?.count ?? 0
}

export async function findIssued(
  transaction: Queryable,
  id: number,
): Promise<IssuedDocumentItem | undefined> {
  const [row] = await query(transaction, issuedItemSchema, `${ISSUED} WHERE document.id = $1`, [id])
  return row
}

/** The lines of a document as they were issued. */
export async function readIssuedLines(transaction: Queryable, id: number): Promise<DocumentLine[]> {
  const [row] = await query(
    transaction,
    z.object({ lines: z.array(documentLineSchema) }),
    'SELECT lines FROM issued_documents WHERE id = $1',
    [id],
  )
  return row?.lines ?? []
}

/** Any number that nothing else locks: two documents never draw one number. */
const NUMBER_LOCK = 440_309

/** The next number of a kind of document in a year, kept for this transaction. */
export async function nextSerial(
  transaction: Queryable,
  key: DocumentTemplateKey,
  year: number,
): Promise<number> {
  await transaction.query('SELECT pg_advisory_xact_lock($1)', [NUMBER_LOCK])
  const [row] = await query(
    transaction,
    z.object({ serial: z.int() }),
    `SELECT coalesce(max(serial), 0) + 1 AS serial FROM issued_documents
     WHERE template_key = $1 AND year = $2`,
    [key, year],
  )
  return row?.serial ?? 1
}

export async function insertIssued(
  transaction: Queryable,
  document: {
    templateKey: DocumentTemplateKey
    templateVersion: number
    year: number
    serial: number
    number: string
    title: string
    lines: readonly DocumentLine[]
    areaCode: string
    parkCode: string
    enterpriseCode: string | null
    checkId: number | null
    hiddenDangerId: number | null
    by: string
    at: Date
    fictitious: boolean
  },
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO issued_documents (template_key, template_version, year, serial, number, title,
       lines, area_code, park_code, enterprise_code, check_id, hidden_danger_id, issued_by,
       issued_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9, $10, $11, $12, $13, $14, $15)
     RETURNING id`,
    [
      document.templateKey,
      document.templateVersion,
      document.year,
      document.serial,
      document.number,
      document.title,
      JSON.stringify(document.lines),
      document.areaCode,
      document.parkCode,
      document.enterpriseCode,
      document.checkId,
      document.hiddenDangerId,
      document.by,
      document.at,
      document.fictitious,
    ],
  )
  if (!row) throw new Error('The document was not inserted')
  return row.id
}

/** @returns whether it was valid until now */
export async function voidIssued(
  transaction: Queryable,
  id: number,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<boolean> {
  const rows = await transaction.query(
    `UPDATE issued_documents SET voided_by = $2, voided_at = $3, void_reason = $4
     WHERE id = $1 AND voided_at IS NULL RETURNING id`,
    [id, by, at, reason],
  )
  return rows.length > 0
}
