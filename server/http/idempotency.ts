import { createHash } from 'node:crypto'
import type { Request } from 'express'
import type { Endpoint } from '#data/contract/endpoint'
import type { Actor } from '#data/domain/roles'
import type { Queryable } from '../db/Db.ts'
import { findGivenAnswer, keepAnswer, waitForKey } from './idempotency.queries.ts'
import { HttpProblem } from './problems.ts'

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/** The key under which the caller sends a write again. @throws HttpProblem 400 for one that is no UUID */
export function readIdempotencyKey(request: Request): string | null {
  const text = request.get('Idempotency-Key')?.trim()
  if (text === undefined) return null
  if (UUID.test(text)) return text.toLowerCase()
  throw new HttpProblem('badRequest', {
    'zh-CN': 'Idempotency-Key 须为 UUID。请为每次提交生成一个,重发时用同一个。',
    en: 'Idempotency-Key must be a UUID: make one for a write and send it again with the same.',
  })
}

type KeyedRequest = {
  key: string
  actor: Actor
  /** All that the caller asked: another under the same key is another write. */
  asked: readonly unknown[]
  entry: Endpoint
  at: Date
}

/**
 * Answers a write that was done before with the answer that was given then; else does it, and keeps
 * its answer in the same transaction. A refusal leaves nothing behind: asked again, it is judged anew.
 * @throws HttpProblem 422 where the key belongs to another request
 */
export async function answerOnce<T>(
  transaction: Queryable,
  { key, actor, asked, entry, at }: KeyedRequest,
  run: (transaction: Queryable) => Promise<T>,
): Promise<T> {
  const requestSha256 = createHash('sha256').update(JSON.stringify(asked)).digest('hex')
  await waitForKey(transaction, actor.name, key)
  const given = await findGivenAnswer(transaction, actor.name, key)
  if (given && given.requestSha256 !== requestSha256) {
    throw new HttpProblem('refused', {
      'zh-CN': '该 Idempotency-Key 已用于另一次提交,内容不同。请换一个新的再提交。',
      en: 'This Idempotency-Key was used for another request: send this one with a key of its own.',
    })
  }
  // It was parsed by the schema of the same endpoint when it was given.
  if (given) return given.answer as T
  const answer = await run(transaction)
  await keepAnswer(transaction, {
    key,
    areaCode: actor.scope,
    endpoint: `${entry.method} ${entry.path}`,
    actor: actor.name,
    requestSha256,
    status: entry.status ?? 200,
    answer,
    at,
  })
  return answer
}
