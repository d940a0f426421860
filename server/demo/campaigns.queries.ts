import type { DemoCampaign } from '#data/demo/campaigns/createCampaigns'
import type { Queryable } from '../db/Db.ts'

/** With them go their targets and events. */
export async function deleteAllCampaigns(transaction: Queryable): Promise<void> {
  await transaction.query('DELETE FROM campaigns')
}

/** A campaign with its targets, in the order given, and their steps. */
export async function insertDemoCampaign(
  transaction: Queryable,
  { targets, ...campaign }: DemoCampaign,
  { areaCode, by }: { areaCode: string; by: string },
): Promise<void> {
  await transaction.query(
    `INSERT INTO campaigns (code, area_code, kind, name, document_number, starts_on, ends_on,
       description, registered_by, registered_at, fictitious)
     VALUES ($1, $2, $3, $4, $5, $6::date, $7::date, $8, $9,
       ($6::date + time '09:00') AT TIME ZONE 'Asia/Shanghai', true)`,
    [
      campaign.code,
      areaCode,
      campaign.kind,
      campaign.name,
      campaign.documentNumber,
      campaign.startsOn,
      campaign.endsOn,
      campaign.description,
      by,
    ],
  )
  await insertDemoTargets(transaction, targets, by)
}

async function insertDemoTargets(
  transaction: Queryable,
  targets: DemoCampaign['targets'],
  by: string,
): Promise<void> {
  await transaction.query(
    `WITH record AS MATERIALIZED (
       SELECT target.* FROM ROWS FROM (json_to_recordset($1::json) AS (
         "campaignCode" text, "parkCode" text, "enterpriseCode" text, "areaCode" text, state text,
         "checkedOn" date, deadline date, "acceptedOn" date, "exclusionReason" text,
         results jsonb, events json)) WITH ORDINALITY AS target ("campaignCode", "parkCode",
         "enterpriseCode", "areaCode", state, "checkedOn", deadline, "acceptedOn",
         "exclusionReason", results, events, place)
     ), inserted AS (
       INSERT INTO campaign_targets (campaign_code, park_code, enterprise_code, area_code, state,
         version, checked_on, deadline, accepted_on, exclusion_reason, results)
       SELECT "campaignCode", "parkCode", "enterpriseCode", "areaCode", state,
         json_array_length(events), "checkedOn", deadline, "acceptedOn", "exclusionReason", results
       FROM record ORDER BY place
       RETURNING id, area_code, park_code, enterprise_code
     )
     INSERT INTO campaign_target_events (target_id, sequence, area_code, action, from_state,
       to_state, at, by, happened_on, note, results, deadline)
     SELECT inserted.id, ordinality, inserted.area_code, action, "fromState", "toState",
       ("happenedOn" + time '16:00') AT TIME ZONE 'Asia/Shanghai', $2, "happenedOn", note,
       event.results, event.deadline
     FROM record JOIN inserted ON inserted.park_code = "parkCode"
         AND inserted.enterprise_code IS NOT DISTINCT FROM "enterpriseCode",
       ROWS FROM (json_to_recordset(events) AS (action text, "fromState" text, "toState" text,
         "happenedOn" date, note text, results jsonb, deadline date)) WITH ORDINALITY AS event`,
    [JSON.stringify(targets), by],
  )
}

/** So that the planner knows what was loaded. */
export async function analyzeCampaigns(transaction: Queryable): Promise<void> {
  await transaction.query('ANALYZE campaigns, campaign_targets, campaign_target_events')
}
