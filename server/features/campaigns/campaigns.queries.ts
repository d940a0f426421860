import * as z from 'zod/mini'
import { targetCountsSchema } from '#data/contract/campaignResponses'
import type { CampaignCreation } from '#data/contract/campaigns'
import { campaignKindSchema } from '#data/domain/campaigns'
import { TARGET_STATE_ORDER } from '#data/domain/campaignTargets'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const campaignRowSchema = z.object({
  code: z.string(),
  kind: campaignKindSchema,
  name: z.string(),
  documentNumber: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  description: z.string(),
  fictitious: z.boolean(),
})
export type CampaignRow = z.infer<typeof campaignRowSchema>

const CAMPAIGN_COLUMNS = `campaign.code, campaign.kind, campaign.name,
  campaign.document_number AS "documentNumber", campaign.starts_on AS "startsOn",
  campaign.ends_on AS "endsOn", campaign.description, campaign.fictitious`

/** Campaigns, those that end first before the others. */
export function listCampaignRows(transaction: Queryable): Promise<CampaignRow[]> {
  return query(
    transaction,
    campaignRowSchema,
    `SELECT ${CAMPAIGN_COLUMNS} FROM campaigns AS campaign
     ORDER BY campaign.ends_on, campaign.starts_on, campaign.code`,
  )
}

export async function findCampaign(
  transaction: Queryable,
  code: string,
): Promise<CampaignRow | undefined> {
  const [row] = await query(
    transaction,
    campaignRowSchema,
    `SELECT ${CAMPAIGN_COLUMNS} FROM campaigns AS campaign WHERE campaign.code = $1`,
    [code],
  )
  return row
}

const progressRowSchema = z.object({
  campaignCode: z.string(),
  areaCode: z.string(),
  counts: targetCountsSchema,
  overdue: z.int(),
})
export type ProgressRow = z.infer<typeof progressRowSchema>

const COUNTS = TARGET_STATE_ORDER.map(
  (state) => `'${state}', count(*) FILTER (WHERE target.state = '${state}')`,
).join(', ')

/**
 * Targets by state of an area and of its parts, for each campaign or for one.
 * @param digits length of the codes counted by: 6 district, 9 street, 12 community
 */
export function countTargets(
  transaction: Queryable,
  filter: { campaign?: string; area: string; digits: number; today: string },
): Promise<ProgressRow[]> {
  return query(
    transaction,
    progressRowSchema,
    `SELECT target.campaign_code AS "campaignCode", left(target.area_code, $3) AS "areaCode",
       json_build_object(${COUNTS}) AS counts,
       count(*) FILTER (WHERE target.state = 'rectifying' AND target.deadline < $4::date)::integer
         AS overdue
     FROM campaign_targets AS target
     WHERE ($1::text IS NULL OR target.campaign_code = $1)
       AND target.area_code >= $2 AND target.area_code < $2 || ':'
     GROUP BY target.campaign_code, left(target.area_code, $3)
     ORDER BY 1, 2`,
    [filter.campaign ?? null, filter.area, filter.digits, filter.today],
  )
}

/** Names of the areas of a level inside an area, by their codes. */
export function listAreaNames(
  transaction: Queryable,
  area: string,
  digits: number,
): Promise<{ code: string; name: string }[]> {
  return query(
    transaction,
    z.object({ code: z.string(), name: z.string() }),
    `SELECT code, name FROM areas
     WHERE length(code) = $2 AND code >= $1 AND code < $1 || ':' ORDER BY code`,
    [area, digits],
  )
}

type NewCampaign = CampaignCreation & {
  areaCode: string
  fictitious: boolean
  by: string
  at: Date
}

/** A code that no campaign has: `ZX-001`. */
export async function insertCampaign(
  transaction: Queryable,
  campaign: NewCampaign,
): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ code: z.string() }),
    `INSERT INTO campaigns (code, area_code, kind, name, document_number, starts_on, ends_on,
       description, registered_by, registered_at, fictitious)
     VALUES ('ZX-' || lpad(nextval('campaign_codes')::text, 3, '0'), $1, $2, $3, $4, $5::date,
       $6::date, $7, $8, $9, $10)
     RETURNING code`,
    [
      campaign.areaCode,
      campaign.kind,
      campaign.name,
      campaign.documentNumber,
      campaign.startsOn,
      campaign.endsOn,
      campaign.description,
      campaign.by,
      campaign.at,
      campaign.fictitious,
    ],
  )
  if (!row) throw new Error('A campaign got no code')
  return row.code
}

type TargetsOf = { code: string; highRiskClass: string | null; by: string; at: Date; day: string }

/** Makes every registered enterprise of a class, or every park, a target, with its first event. */
export async function insertTargets(
  transaction: Queryable,
  { code, highRiskClass, by, at, day }: TargetsOf,
): Promise<number> {
  const rows = await query(
    transaction,
    z.object({ id: z.int() }),
    `WITH target AS (
       INSERT INTO campaign_targets (campaign_code, park_code, enterprise_code, area_code)
       SELECT $1, park_code, code, area_code FROM enterprises
       WHERE high_risk_class = $2 AND retired_at IS NULL
       UNION ALL
       SELECT $1, code, NULL, area_code FROM parks
       WHERE $2::text IS NULL AND retired_at IS NULL
       RETURNING id, area_code
     )
     INSERT INTO campaign_target_events (target_id, sequence, area_code, action, to_state, at, by,
       happened_on)
     SELECT id, 1, area_code, 'include', 'notStarted', $3, $4, $5::date FROM target
     RETURNING target_id AS id`,
    [code, highRiskClass, at, by, day],
  )
  return rows.length
}
