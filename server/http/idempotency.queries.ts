import * as z from 'zod/mini'
import type { Queryable } from '../db/Db.ts'
import { query } from '../db/query.ts'

/** Who sends a key a second time waits here until the first transaction with it has ended. */
export async function waitForKey(
  transaction: Queryable,
  actor: string,
  key: string,
): Promise<void> {
  await transaction.query(`SELECT pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))`, [
    actor,
    key,
  ])
}

const givenRowSchema = z.object({ requestSha256: z.string(), answer: z.unknown() })

export async function findGivenAnswer(
  transaction: Queryable,
  actor: string,
  key: string,
): Promise<z.infer<typeof givenRowSchema> | undefined> {
  const [row] = await query(
    transaction,
    givenRowSchema,
    `SELECT request_sha256 AS "requestSha256", answer FROM idempotency_keys
     WHERE actor = $1 AND key = $2`,
    [actor, key],
  )
  return row
}

type GivenAnswer = {
  key: string
  areaCode: string
  endpoint: string
  actor: string
  requestSha256: string
  status: number
  answer: unknown
  at: Date
}

/** Its unique key is the last guard against a write done twice. */
export async function keepAnswer(transaction: Queryable, given: GivenAnswer): Promise<void> {
  await transaction.query(
    `INSERT INTO idempotency_keys (key, area_code, endpoint, actor, request_sha256, status, answer,
       at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
    [
      given.key,
      given.areaCode,
      given.endpoint,
      given.actor,
      given.requestSha256,
      given.status,
      JSON.stringify(given.answer),
      given.at,
    ],
  )
}

export async function deleteAnswersBefore(transaction: Queryable, before: Date): Promise<void> {
  await transaction.query('DELETE FROM idempotency_keys WHERE at < $1', [before])
}
