import * as z from 'zod/mini'
import { documentTemplateKeySchema } from '#data/domain/documentTemplates'
import type { Queryable } from '../db/Db.ts'
import { query } from '../db/query.ts'

const subjectSchema = z.object({
  template: documentTemplateKeySchema,
  source: z.enum(['check', 'hiddenDanger']),
  code: z.string(),
  day: z.string(),
})
export type DemoDocument = z.infer<typeof subjectSchema>

/** Visits and hidden dangers that a document was issued of, the latest of each kind. */
export function listDocumentSubjects(
  transaction: Queryable,
  most: number,
): Promise<DemoDocument[]> {
  return query(
    transaction,
    subjectSchema,
    `(SELECT 'checkRecord' AS template, 'check' AS source, code,
        (checked_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day
      FROM checks WHERE outcome = 'deadlineSet' AND withdrawn_at IS NULL
      ORDER BY checked_at DESC, code LIMIT $1)
     UNION ALL
     (SELECT 'rectificationOrder', 'hiddenDanger', code, found_on::text
      FROM hidden_dangers WHERE state = 'rectifying' AND NOT on_the_spot
      ORDER BY found_on DESC, code LIMIT $1)
     UNION ALL
     (SELECT 'reviewOpinion', 'hiddenDanger', danger.code,
        (event.at AT TIME ZONE 'Asia/Shanghai')::date::text
      FROM hidden_dangers AS danger
      JOIN hidden_danger_events AS event
        ON event.hidden_danger_id = danger.id AND event.action = 'passReview'
      WHERE danger.state = 'closed' AND NOT danger.on_the_spot
      ORDER BY event.at DESC, danger.code LIMIT $1)
     ORDER BY day, template, code`,
    [most],
  )
}
