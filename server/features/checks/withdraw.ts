import { isUncounted, isUnassessed } from '#data/domain/hiddenDangers'
import { HttpProblem, notFound } from '../../http/problems.ts'
import { takeStep } from '../hiddenDangers/act.ts'
import { lockHiddenDangersOfCheck } from '../hiddenDangers/hiddenDangerRecord.queries.ts'
import type { Editing } from '../versions/editRecord.ts'
import { listDocumentNumbersOfCheck, lockCheck, withdrawCheck } from './checks.queries.ts'

/**
 * Takes a visit that was registered by mistake out of every count, and what it found with it.
 * @throws HttpProblem 404 without such a visit, 409 when it was withdrawn before, or while something
 * that it found was already assessed or rectified, stands for others or a document of it is in force
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
  const documents = await listDocumentNumbersOfCheck(transaction, check.id)
  if (documents.length > 0) {
    throw new HttpProblem('alreadyDone', {
      'zh-CN': `该检查已签发文书 ${documents.join('、')},检查记录不能撤回。请先作废文书,再撤回。`,
      en: `Documents were issued of the check (${documents.join(', ')}), so it cannot be withdrawn: void them first.`,
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
  const standsForOthers = found.filter(
    ({ state, mergedFrom }) => isUnassessed(state) && mergedFrom.length > 0,
  )
  if (standsForOthers.length > 0) {
    const codes = standsForOthers.map((each) => each.code)
    const parts = standsForOthers.flatMap(({ mergedFrom }) => mergedFrom)
    throw new HttpProblem('alreadyDone', {
      'zh-CN': `${parts.join('、')} 已并入该检查发现的隐患 ${codes.join('、')},检查记录不能撤回。请先核定该隐患,再按流程办理。`,
      en: `Others (${parts.join(', ')}) were merged into what the check found (${codes.join(', ')}), so it cannot be withdrawn: assess that and go on from there.`,
    })
  }
  for (const record of found.filter(({ state }) => isUnassessed(state))) {
    await takeStep(editing, record, { action: 'dismiss', reason: `检查记录撤回:${reason}` })
  }
  await withdrawCheck(transaction, check.id, { by: actor.name, at: clock.now(), reason })
}
