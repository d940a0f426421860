import * as z from 'zod/mini'
import { problemTagSchema } from '#data/domain/parks'
import type { Queryable } from '../../db/Db.ts'
import { query } from '../../db/query.ts'

const comparedRowSchema = z.object({
  code: z.string(),
  name: z.string(),
  street: z.string(),
  demonstration: z.boolean(),
  problemTags: z.array(problemTagSchema),
  industries: z.array(z.tuple([z.string(), z.int()])),
})
export type ComparedPark = z.infer<typeof comparedRowSchema>

/**
 * A park and every demonstration park, in code order, with what is compared. A demonstration park
 * has also had the problems that its rectification names: those are what others learn from.
 */
export function listComparedParks(transaction: Queryable, code: string): Promise<ComparedPark[]> {
  return query(
    transaction,
    comparedRowSchema,
    `SELECT park.code, park.name, street.name AS street, park.demonstration,
       park.problem_tags || coalesce((SELECT array_agg(DISTINCT problem_tag ORDER BY problem_tag)
         FROM park_rectifications
         WHERE park.demonstration AND park_code = park.code AND problem_tag IS NOT NULL
           AND problem_tag <> ALL (park.problem_tags)), '{}') AS "problemTags",
       coalesce((SELECT json_agg(json_build_array(industry, enterprises) ORDER BY industry)
         FROM (SELECT industry, count(*)::integer AS enterprises FROM enterprises
           WHERE park_code = park.code AND retired_at IS NULL GROUP BY industry) AS class), '[]')
         AS industries
     FROM parks AS park JOIN areas AS street ON street.code = left(park.area_code, 9)
     WHERE park.retired_at IS NULL AND (park.demonstration OR park.code = $1)
     ORDER BY park.code`,
    [code],
  )
}
