import * as z from 'zod/mini'
import {
  campaignTargetItemSchema,
  targetEventRecordSchema,
  type CampaignTargetItem,
} from '#data/contract/campaignResponses'
import {
  campaignKindSchema,
  checklistResultsSchema,
  type ChecklistResults,
} from '#data/domain/campaigns'
import type { TargetAction, TargetState } from '#data/domain/campaignTargets'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

/** `$1` is today. */
const TARGET_COLUMNS = `
  target.id, target.campaign_code AS "campaignCode", target.park_code AS "parkCode",
  park.name AS "parkName", target.enterprise_code AS "enterpriseCode",
  enterprise.name AS "enterpriseName", target.area_code AS "areaCode", street.name AS street,
  community.name AS community, park.grade AS "parkGrade", park.stage AS "parkStage",
  target.state, target.checked_on AS "checkedOn", target.deadline,
  coalesce(target.state = 'rectifying' AND target.deadline < $1::date, false) AS overdue,
  target.accepted_on AS "acceptedOn", target.exclusion_reason AS "exclusionReason",
  (SELECT count(*)::integer FROM jsonb_each_text(target.results) AS answer
   WHERE answer.value = 'fails') AS failing, target.version`
const TARGETS = `
  FROM campaign_targets AS target
  JOIN parks AS park ON park.code = target.park_code
  JOIN areas AS community ON community.code = target.area_code
  JOIN areas AS street ON street.code = left(target.area_code, 9)
  LEFT JOIN enterprises AS enterprise ON enterprise.code = target.enterprise_code`

export type TargetFilter = {
  campaign: string
  area?: string | undefined
  park?: string | undefined
  state?: TargetState | undefined
  /** Part of a name or a code. */
  q?: string | undefined
}

const CONDITION = `WHERE target.campaign_code = $2
  AND ($3::text IS NULL OR (target.area_code >= $3 AND target.area_code < $3 || ':'))
  AND ($4::text IS NULL OR target.park_code = $4)
  AND ($5::text IS NULL OR target.state = $5)
  AND ($6::text IS NULL OR strpos(park.search_key, $6) > 0
    OR strpos(coalesce(enterprise.search_key, ''), $6) > 0)`
const parametersOf = (today: string, { campaign, area, park, state, q }: TargetFilter) => [
  today,
  campaign,
  area ?? null,
  park ?? null,
  state ?? null,
  q?.toLowerCase() ?? null,
]

/** Targets of a campaign after the one of an id, in the order of ids: by street and park. */
export function listTargets(
  transaction: Queryable,
  filter: TargetFilter,
  page: { today: string; after: number; limit: number },
): Promise<CampaignTargetItem[]> {
  return query(
    transaction,
    campaignTargetItemSchema,
    `SELECT ${TARGET_COLUMNS} ${TARGETS} ${CONDITION} AND target.id > $7
     ORDER BY target.id LIMIT $8`,
    [...parametersOf(page.today, filter), page.after, page.limit],
  )
}

export async function countTargetsOf(
  transaction: Queryable,
  filter: TargetFilter,
  today: string,
): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ count: z.int() }),
    // $1 stands in the columns only; here it keeps its type.
    `SELECT count(*) FILTER (WHERE $1::date IS NOT NULL)::integer AS count ${TARGETS} ${CONDITION}`,
    parametersOf(today, filter),
  )
  return row?.count ?? 0
}

const targetRowSchema = z.extend(campaignTargetItemSchema, {
  kind: campaignKindSchema,
  campaignName: z.string(),
  startsOn: z.string(),
  results: checklistResultsSchema,
  fictitious: z.boolean(),
})
export type TargetRow = z.infer<typeof targetRowSchema>

export async function findTarget(
  transaction: Queryable,
  id: number,
  today: string,
): Promise<TargetRow | undefined> {
  const [row] = await query(
    transaction,
    targetRowSchema,
    `SELECT ${TARGET_COLUMNS}, campaign.kind, campaign.name AS "campaignName",
       campaign.starts_on AS "startsOn", target.results, park.fictitious
     ${TARGETS} JOIN campaigns AS campaign ON campaign.code = target.campaign_code
     WHERE target.id = $2`,
    [today, id],
  )
  return row
}

/** Keeps others from taking a step in it before this transaction ends. */
export async function lockTarget(transaction: Queryable, id: number): Promise<void> {
  await transaction.query('SELECT FROM campaign_targets WHERE id = $1 FOR UPDATE', [id])
}

type EventRecord = z.infer<typeof targetEventRecordSchema>

/** The steps of a target, the first first. */
export function listTargetEvents(transaction: Queryable, id: number): Promise<EventRecord[]> {
  return query(
    transaction,
    targetEventRecordSchema,
    `SELECT sequence, action, from_state AS "fromState", to_state AS "toState",
       to_json(at) AS at, by, happened_on AS "happenedOn", note, results, deadline
     FROM campaign_target_events WHERE target_id = $1 ORDER BY sequence`,
    [id],
  )
}

type NewTargetEvent = {
  targetId: number
  areaCode: string
  sequence: number
  action: TargetAction
  fromState: TargetState
  toState: TargetState
  at: Date
  by: string
  happenedOn: string
  note: string | null
  results: ChecklistResults | null
  deadline: string | null
}

export async function insertTargetEvent(
  transaction: Queryable,
  event: NewTargetEvent,
): Promise<void> {
  await transaction.query(
    `INSERT INTO campaign_target_events (target_id, sequence, area_code, action, from_state,
       to_state, at, by, happened_on, note, results, deadline)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::date, $10, $11::jsonb, $12::date)`,
    [
      event.targetId,
      event.sequence,
      event.areaCode,
      event.action,
      event.fromState,
      event.toState,
      event.at,
      event.by,
      event.happenedOn,
      event.note,
      event.results,
      event.deadline,
    ],
  )
}

export type TargetFacts = Pick<
  TargetRow,
  'state' | 'checkedOn' | 'deadline' | 'acceptedOn' | 'exclusionReason' | 'results' | 'version'
>

export async function updateTarget(
  transaction: Queryable,
  id: number,
  facts: TargetFacts,
): Promise<void> {
  await transaction.query(
    `UPDATE campaign_targets SET state = $2, version = $3, checked_on = $4::date,
       deadline = $5::date, accepted_on = $6::date, exclusion_reason = $7, results = $8::jsonb
     WHERE id = $1`,
    [
      id,
      facts.state,
      facts.version,
      facts.checkedOn,
      facts.deadline,
      facts.acceptedOn,
      facts.exclusionReason,
      facts.results,
    ],
  )
}
