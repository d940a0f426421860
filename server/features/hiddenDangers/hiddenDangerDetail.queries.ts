import * as z from 'zod/mini'
import {
  hiddenDangerDetailSchema,
  hiddenDangerEventRecordSchema,
  type HiddenDangerEventRecord,
} from '#data/contract/hiddenDangerResponses'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'
import { FROM_HIDDEN_DANGERS, itemColumns } from './hiddenDangers.queries.ts'

const detailRowSchema = z.extend(
  z.omit(hiddenDangerDetailSchema, { events: true, photos: true, actions: true, asOf: true }),
  { id: z.int() },
)

/** One hidden danger with the names of what it refers to, or undefined. */
export async function findHiddenDanger(
  transaction: Queryable,
  code: string,
  today: string,
): Promise<z.infer<typeof detailRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    detailRowSchema,
    `SELECT danger.id, ${itemColumns('$2')}, danger.clause_number AS "clauseNumber",
       danger.severity_basis AS "severityBasis", danger.registered_by AS "registeredBy",
       danger.registered_department AS "registeredDepartment",
       (SELECT code FROM checks WHERE id = danger.check_id) AS "checkCode",
       point.code AS "riskPointCode", point.name AS "riskPointName",
       danger.requested_deadline AS "requestedDeadline",
       coalesce(danger.five_requirements, '{}') AS "fiveRequirements",
       coalesce(danger.rectification_plan, '{}') AS "rectificationPlan",
       danger.funds_yuan AS "fundsYuan", danger.control_measures AS "controlMeasures",
       danger.rectified_on AS "rectifiedOn",
       (SELECT code FROM hidden_dangers WHERE id = danger.merged_into) AS "mergedInto",
       (SELECT coalesce(json_agg(json_build_object(
          'code', part.code, 'registeredDepartment', part.registered_department)
          ORDER BY part.id), '[]')
        FROM hidden_dangers AS part WHERE part.merged_into = danger.id) AS merged
     ${FROM_HIDDEN_DANGERS} WHERE danger.code = $1`,
    [code, today],
  )
  return row
}

/** Everything that happened to one, the first first. */
export function listEvents(
  transaction: Queryable,
  hiddenDangerId: number,
): Promise<HiddenDangerEventRecord[]> {
  return query(
    transaction,
    hiddenDangerEventRecordSchema,
    `SELECT sequence, action, from_state AS "fromState", to_state AS "toState", to_json(at) AS at,
       by, note, details
     FROM hidden_danger_events WHERE hidden_danger_id = $1 ORDER BY sequence`,
    [hiddenDangerId],
  )
}
