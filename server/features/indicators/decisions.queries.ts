import * as z from 'zod/mini'
import { areaCodeSchema } from '#data/domain/areas'
import { decisionSchema, type DecidedEntity, type Decision } from '#data/domain/decisions'
import type { DecisionBody } from '#data/contract/indicatorBodies'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

/** Everything that a decision can be about, as entity, code, name, area and park. */
const ITEMS: Record<DecidedEntity, string> = {
  area: `SELECT code, name, code AS area_code, NULL AS park_code FROM areas`,
  park: `SELECT code, name, area_code, code AS park_code FROM parks`,
  enterprise: `SELECT code, name, area_code, park_code FROM enterprises`,
  riskPoint: `SELECT code, name, area_code, park_code FROM risk_points`,
  hiddenDanger: `SELECT code, description AS name, area_code, park_code FROM hidden_dangers`,
  campaign: `SELECT code, name, area_code, NULL AS park_code FROM campaigns`,
}

const itemRowSchema = z.object({
  code: z.string(),
  name: z.string(),
  areaCode: areaCodeSchema,
})

/** What a decision is to be about, or undefined where there is nothing of that code. */
export async function findItem(
  transaction: Queryable,
  entity: DecidedEntity,
  code: string,
): Promise<z.infer<typeof itemRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    itemRowSchema,
    `SELECT code, name, area_code AS "areaCode" FROM (${ITEMS[entity]}) AS item WHERE code = $1`,
    [code],
  )
  return row
}

const NAMES = Object.entries(ITEMS)
  .map(
    ([entity, sql]) => `WHEN '${entity}' THEN
      (SELECT to_jsonb(item) FROM (${sql}) AS item WHERE item.code = decision.code)`,
  )
  .join('\n')

const DECISIONS = `
  SELECT decision.id, entity, decision.code, coalesce(item->>'name', decision.code) AS name,
    decision.area_code AS "areaCode", item->>'park_code' AS "parkCode",
    coalesce((SELECT string_agg(area.name, ' › ' ORDER BY area.code) FROM areas AS area
      WHERE length(area.code) > 6 AND decision.area_code LIKE area.code || '%'), '') AS context,
    kind, text, to_unit AS "toUnit", due_on AS "dueOn", answers, decided_by AS by,
    to_json(decided_at) AS at, replies, fictitious,
    (kind <> 'reply' AND replies = 0 AND coalesce(due_on < $1::date, false)) AS overdue
  FROM (
    SELECT *, CASE entity ${NAMES} END AS item,
      (SELECT count(*)::integer FROM decisions AS reply WHERE reply.answers = decision.id) AS replies
    FROM decisions AS decision
  ) AS decision`

/** Decisions of an area or about one item: overdue replies first, then by due day, then the latest. */
export function listDecisions(
  transaction: Queryable,
  filter: {
    today: string
    area?: string | undefined
    entity?: DecidedEntity | undefined
    code?: string | undefined
    open?: boolean | undefined
  },
): Promise<Decision[]> {
  return query(
    transaction,
    decisionSchema,
    `${DECISIONS}
     WHERE ($2::text IS NULL OR (decision.area_code >= $2 AND decision.area_code < $2 || ':'))
       AND ($3::text IS NULL OR entity = $3) AND ($4::text IS NULL OR decision.code = $4)
       AND (NOT $5::boolean OR (kind <> 'reply' AND replies = 0))
     ORDER BY overdue DESC, (kind <> 'reply' AND replies = 0) DESC, due_on NULLS LAST,
       decided_at DESC, decision.id DESC
     LIMIT 500`,
    [
      filter.today,
      filter.area ?? null,
      filter.entity ?? null,
      filter.code ?? null,
      filter.open ?? false,
    ],
  )
}

/** One decision as it is told. */
export async function findDecision(
  transaction: Queryable,
  id: number,
  today: string,
): Promise<Decision | undefined> {
  const [row] = await query(transaction, decisionSchema, `${DECISIONS} WHERE decision.id = $2`, [
    today,
    id,
  ])
  return row
}

/** Writes a decision and gives its id. */
export async function insertDecision(
  transaction: Queryable,
  body: DecisionBody,
  mark: { areaCode: string; by: string; at: Date; fictitious: boolean },
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ id: z.int() }),
    `INSERT INTO decisions (entity, code, area_code, kind, text, to_unit, due_on, answers,
       decided_by, decided_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     RETURNING id`,
    [
      body.entity,
      body.code,
      mark.areaCode,
      body.kind,
      body.text,
      body.toUnit ?? null,
      body.dueOn ?? null,
      body.answers ?? null,
      mark.by,
      mark.at,
      mark.fictitious,
    ],
  )
  if (!row) throw new Error('The decision was not written')
  return row.id
}
