import * as z from 'zod/mini'
import { campaignKindSchema } from '#data/domain/campaigns'
import { TARGET_STATE_ORDER, TARGET_STATES } from '#data/domain/campaignTargets'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

/** An area with everything in it, or one park of it. */
export type Place = { area: string; park: string | null }

/** Names of the areas that a place lies in, from the street down, its own left out. */
export async function findContext(transaction: Queryable, { area, park }: Place): Promise<string> {
  const [row] = await query(
    transaction,
    z.object({ context: z.string() }),
    `SELECT coalesce(string_agg(name, ' › ' ORDER BY code), '') AS context
     FROM areas
     WHERE length(code) > 6 AND left($1, length(code)) = code
       AND ($2::text IS NOT NULL OR code <> $1)`,
    [area, park],
  )
  return row?.context ?? ''
}

/** People at the registered enterprises of a place. */
export async function sumHeadcount(transaction: Queryable, { area, park }: Place): Promise<number> {
  const [row] = await query(
    transaction,
    z.object({ headcount: z.int() }),
    `SELECT coalesce(sum(headcount), 0)::integer AS headcount
     FROM enterprises
     WHERE retired_at IS NULL AND area_code >= $1 AND area_code < $1 || ':'
       AND ($2::text IS NULL OR park_code = $2)`,
    [area, park],
  )
  return row?.headcount ?? 0
}

const campaignRowSchema = z.object({
  code: z.string(),
  kind: campaignKindSchema,
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  targets: z.int(),
  accepted: z.int(),
})

/** States of a target that a campaign counts, as a list of texts. */
const COUNTED = TARGET_STATE_ORDER.filter((state) => TARGET_STATES[state].counted)
  .map((state) => `'${state}'`)
  .join(', ')

/** Campaigns that have begun, with the targets of a place, the one that ends first before the others. */
export function listCampaignsOf(
  transaction: Queryable,
  { area, park }: Place,
  today: string,
): Promise<z.infer<typeof campaignRowSchema>[]> {
  return query(
    transaction,
    campaignRowSchema,
    `SELECT campaign.code, campaign.kind, campaign.name, campaign.starts_on AS "startsOn",
       campaign.ends_on AS "endsOn",
       count(target.id) FILTER (WHERE target.state IN (${COUNTED}))::integer AS targets,
       count(target.id) FILTER (WHERE target.state = 'accepted')::integer AS accepted
     FROM campaigns AS campaign
     LEFT JOIN campaign_targets AS target ON target.campaign_code = campaign.code
       AND target.area_code >= $1 AND target.area_code < $1 || ':'
       AND ($2::text IS NULL OR target.park_code = $2)
     WHERE campaign.starts_on <= $3::date
     GROUP BY campaign.code, campaign.kind, campaign.name, campaign.starts_on, campaign.ends_on
     ORDER BY campaign.ends_on, campaign.starts_on, campaign.code`,
    [area, park, today],
  )
}
