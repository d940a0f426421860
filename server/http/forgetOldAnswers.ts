import type { Clock } from '../clock.ts'
import type { Db } from '../db/Db.ts'
import { deleteAnswersBefore } from './idempotency.queries.ts'

/** Nobody sends a write again after so long. */
const KEPT_DAYS = 7
const DAY_MILLISECONDS = 86_400_000

/** Forgets the answers to writes that nobody sends again; as the owner, once a start. */
export async function forgetOldAnswers(db: Db, clock: Pick<Clock, 'now'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MILLISECONDS)
  await db.transaction((transaction) => deleteAnswersBefore(transaction, before))
}
