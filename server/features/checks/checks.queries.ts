import * as z from 'zod/mini'
import type { ChecksQuery } from '#data/contract/hiddenDangerQueries'
import { checkItemSchema, type CheckItem } from '#data/contract/hiddenDangerResponses'
import type { CheckKind, CheckOutcome } from '#data/domain/checks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import type { PageStart } from '../../http/pageCursor.ts'
import { IS_OPEN } from '../hiddenDangers/hiddenDangers.queries.ts'
import { containsPattern, textTokens } from '../search/textTokens.ts'

const ITEM_COLUMNS = `
  visit.code, visit.area_code AS "areaCode",
  (SELECT name FROM areas WHERE code = left(visit.area_code, 9)) AS street,
  (SELECT name FROM areas WHERE code = visit.area_code) AS community,
  visit.park_code AS "parkCode", park.name AS "parkName",
  visit.enterprise_code AS "enterpriseCode", enterprise.name AS "enterpriseName", visit.kind,
  visit.department, visit.inspector, to_json(visit.checked_at) AS "checkedAt", visit.outcome,
  visit.remark, visit.campaign_code AS "campaignCode",
  (SELECT count(*) FROM hidden_dangers AS danger WHERE danger.check_id = visit.id)
    AS "hiddenDangers",
  (SELECT count(*) FROM hidden_dangers AS danger WHERE danger.check_id = visit.id AND ${IS_OPEN})
    AS "openHiddenDangers",
  visit.registered_by AS "registeredBy", to_json(visit.registered_at) AS "registeredAt",
  CASE WHEN visit.withdrawn_at IS NOT NULL THEN json_build_object('at', visit.withdrawn_at,
    'by', visit.withdrawn_by, 'reason', visit.withdrawal_reason) END AS withdrawn,
  visit.fictitious`
const FROM_CHECKS = `
  FROM checks AS visit
  JOIN parks AS park ON park.code = visit.park_code
  LEFT JOIN enterprises AS enterprise ON enterprise.code = visit.enterprise_code`

export type CheckFilter = Omit<ChecksQuery, 'cursor' | 'limit'>

const FITS = `
  WHERE ($1::text IS NULL OR (visit.area_code >= $1 AND visit.area_code < $1 || ':'))
    AND ($2::text IS NULL OR visit.park_code = $2)
    AND ($3::text IS NULL OR visit.enterprise_code = $3)
    AND ($4::text IS NULL OR visit.kind = $4)
    AND ($5::text IS NULL OR visit.outcome = $5)
    AND ($6::date IS NULL OR visit.checked_at >= $6::date::timestamptz)
    AND ($7::date IS NULL OR visit.checked_at < ($7::date + 1)::timestamptz)
    AND ($8::text[] IS NULL OR concat_ws(' ', lower(visit.code), lower(visit.inspector),
      park.search_key, enterprise.search_key) LIKE ALL ($8))`

const parametersOf = (filter: CheckFilter): unknown[] => [
  filter.area ?? null,
  filter.park ?? null,
  filter.enterprise ?? null,
  filter.kind ?? null,
  filter.outcome ?? null,
  filter.from ?? null,
  filter.until ?? null,
  filter.q === undefined ? null : textTokens(filter.q).map(containsPattern),
]

export type ListedCheck = PageStart & { item: CheckItem }
const listedRowSchema = z.extend(checkItemSchema, { id: z.int(), key: z.string() })

/** Visits that fit every given filter, the latest first; withdrawn ones too, which say so. */
export async function listChecks(
  transaction: Queryable,
  filter: CheckFilter,
  page: { start: PageStart | null; limit: number },
): Promise<ListedCheck[]> {
  const rows = await query(
    transaction,
    listedRowSchema,
    `SELECT visit.id, to_json(visit.checked_at) #>> '{}' AS key, ${ITEM_COLUMNS}
     ${FROM_CHECKS} ${FITS}
       AND ($10::text IS NULL OR (visit.checked_at, visit.id) < ($10::timestamptz, $11::integer))
     ORDER BY visit.checked_at DESC, visit.id DESC
     LIMIT $9`,
    [...parametersOf(filter), page.limit, page.start?.key ?? null, page.start?.id ?? null],
  )
  return rows.map(({ id, key, ...item }) => ({ id, key, item }))
}

/** How many fit the filters, whatever the page. */
export async function countChecks(transaction: Queryable, filter: CheckFilter): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ total: z.int() }),
    `SELECT count(*) AS total ${FROM_CHECKS} ${FITS}`,
    parametersOf(filter),
  )
  return row?.total ?? 0
}

export async function findCheck(
  transaction: Queryable,
  code: string,
): Promise<CheckItem | undefined> {
  const [row] = await query(
    transaction,
    checkItemSchema,
    `SELECT ${ITEM_COLUMNS} ${FROM_CHECKS} WHERE visit.code = $1`,
    [code],
  )
  return row
}

const lockedRowSchema = z.object({
  id: z.int(),
  withdrawnBy: z.nullable(z.string()),
  withdrawnAt: z.nullable(z.string()),
})

/** A visit that nobody else withdraws before this transaction ends. */
export async function lockCheck(
  transaction: Queryable,
  code: string,
): Promise<z.infer<typeof lockedRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    lockedRowSchema,
    `SELECT id, withdrawn_by AS "withdrawnBy", to_json(withdrawn_at) AS "withdrawnAt"
     FROM checks WHERE code = $1 FOR UPDATE`,
    [code],
  )
  return row
}

/** Numbers of the documents in force of a visit and of what it found. */
export async function listDocumentNumbersOfCheck(
  transaction: Queryable,
  checkId: number,
): Promise<string[]> {
  const rows = await query(
    transaction,
    z.object({ number: z.string() }),
    `SELECT number FROM issued_documents
     WHERE voided_at IS NULL AND (check_id = $1
       OR hidden_danger_id IN (SELECT id FROM hidden_dangers WHERE check_id = $1))
     ORDER BY id`,
    [checkId],
  )
  return rows.map(({ number }) => number)
}

export async function withdrawCheck(
  transaction: Queryable,
  id: number,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  await transaction.query(
    `UPDATE checks SET withdrawn_at = $2, withdrawn_by = $3, withdrawal_reason = $4 WHERE id = $1`,
    [id, at, by, reason],
  )
}

/** A code that no record has: `CK-00001`. */
export async function nextCheckCode(transaction: Queryable): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ code: z.string() }),
    `SELECT 'CK-' || lpad(nextval('check_codes')::text, 5, '0') AS code`,
  )
  if (!row) throw new Error('A sequence gave no number')
  return row.code
}

export type NewCheck = {
  code: string
  areaCode: string
  parkCode: string
  enterpriseCode: string | null
  kind: CheckKind
  department: string
  inspector: string
  checkedAt: Date
  outcome: CheckOutcome
  remark: string | null
  campaignCode: string | null
  registeredBy: string
  registeredAt: Date
  fictitious: boolean
}

/** @returns the id of the visit */
export async function insertCheck(transaction: Queryable, check: NewCheck): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO checks (code, area_code, park_code, enterprise_code, kind, department, inspector,
       checked_at, outcome, remark, campaign_code, registered_by, registered_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     RETURNING id`,
    [
      check.code,
      check.areaCode,
      check.parkCode,
      check.enterpriseCode,
      check.kind,
      check.department,
      check.inspector,
      check.checkedAt,
      check.outcome,
      check.remark,
      check.campaignCode,
      check.registeredBy,
      check.registeredAt,
      check.fictitious,
    ],
  )
  if (!row) throw new Error('The check was not inserted')
  return row.id
}
