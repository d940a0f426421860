import { isUncounted, isUnassessed } from '#data/domain/hiddenDangers'
import { HttpProblem, notFound } from '../../http/problems.ts'
import { takeStep } from '../hiddenDangers/act.ts'
import { lockHiddenDangersOfCheck } from '../hiddenDangers/hiddenDangerRecord.queries.ts'
import type { Editing } from '../versions/editRecord.ts'
import { lockCheck, withdrawCheck } from './checks.queries.ts'

/**
 * Takes a visit that was registered by mistake out of every count, and what it found with it.
 * @throws HttpProblem 404 without such a visit, 409 when it was withdrawn before, or while something
 * that it found was already assessed or rectified
 */
export async function withdraw(editing: Editing, code: string, reason: string): Promise<void> {
  const { transaction, actor, clock } = editing
  const check = await lockCheck(transaction, code)
  if (!check) throw notFound('check', code)
  if (check.withdrawnBy !== null) {
    const when = check.withdrawnAt?.slice(0, 16).replace('T', ' ')
    throw new HttpProblem('alreadyDone', {
      'zh-CN': `该检查记录已由${check.withdrawnBy}于 ${when} 撤回,无须再撤。`,
      en: `The check was withdrawn by ${check.withdrawnBy} at ${when} already.`,
    })
  }
  const found = await lockHiddenDangersOfCheck(transaction, check.id)
  const begun = found.filter(({ state }) => !isUnassessed(state) && !isUncounted(state))
  if (begun.length > 0) {
    const codes = begun.map((each) => each.code)
    throw new HttpProblem('alreadyDone', {
      'zh-CN': `该检查发现的隐患 ${codes.join('、')} 已核定或已整改,检查记录不能撤回。请按隐患流程办理。`,
      en: `Hidden dangers that the check found were assessed or rectified already (${codes.join(', ')}), so it cannot be withdrawn: go on with those instead.`,
    })
  }
  for (const record of found.filter(({ state }) => isUnassessed(state))) {
    await takeStep(editing, record, { action: 'dismiss', reason: `检查记录撤回:${reason}` })
  }
  await withdrawCheck(transaction, check.id, { by: actor.name, at: clock.now(), reason })
}
