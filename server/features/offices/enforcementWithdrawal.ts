import { HttpProblem, refused } from '../../http/problems.ts'
import type { Editing } from '../versions/editRecord.ts'
import type { EnforcementRow } from './enforcement.queries.ts'
import { withdrawEnforcement } from './enforcementWrites.queries.ts'

/** @throws HttpProblem 409 for a record that counts no longer */
export function requireCounted({ withdrawn }: EnforcementRow): void {
  if (!withdrawn) return
  throw new HttpProblem('alreadyDone', {
    'zh-CN': `该条已由${withdrawn.by}撤销登记,不再计数。`,
    en: `It was withdrawn by ${withdrawn.by} already and counts no longer.`,
  })
}

/**
 * Takes what was registered by mistake out of every count; it stays readable.
 * @throws HttpProblem 422 for a case, 409 when it was withdrawn already
 */
export async function withdrawRecord(
  { transaction, actor, clock }: Editing,
  current: EnforcementRow,
  reason: string,
): Promise<void> {
  if (current.kind === 'case') {
    throw refused('code', {
      'zh-CN': '案件不撤销登记。决定前请办理“撤案”并写明理由。',
      en: 'A case is not withdrawn like this: before its decision, take the step “Withdraw”.',
    })
  }
  requireCounted(current)
  const mark = { by: actor.name, at: clock.now(), reason }
  await withdrawEnforcement(transaction, current.id, mark)
}
