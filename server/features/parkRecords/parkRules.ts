import { civilDayOf } from '#data/domain/clock'
import { PARK_STAGE_ORDER, possibleStages, STAGES_AFTER_ACCEPTANCE } from '#data/domain/parkRecords'
import { PARK_STAGES, type ParkStage } from '#data/domain/parks'
import type { Clock } from '../../clock.ts'
import type { Labels } from '#data/domain/locales'
import { HttpProblem, refused } from '../../http/problems.ts'
import type { AcceptanceStanding } from './gradings.queries.ts'

/** @throws HttpProblem 422 for a day, or a moment, that has not come yet */
export function requireNotFuture(parameter: string, when: string | Date, clock: Clock): void {
  const isFuture = typeof when === 'string' ? when > clock.today() : when > clock.now()
  if (!isFuture) return
  const day = typeof when === 'string' ? when : civilDayOf(when)
  throw refused(parameter, {
    'zh-CN': `${day}还没有到(今天是 ${clock.today()})。请填写已发生的日期和时间。`,
    en: `${day} has not come yet (today is ${clock.today()}): give a time that has passed.`,
  })
}

type StageInput = { stage: ParkStage; enteredOn: string; note?: string | undefined }
type StageFacts = {
  /** Day of the present stage; null where nobody wrote it down. */
  since: string | null
  acceptance: AcceptanceStanding
}

/** @throws HttpProblem 422 that says which stage may be entered, from which day and with what */
export function requireStage(
  { stage: present }: { stage: ParkStage },
  { stage, enteredOn, note }: StageInput,
  { since, acceptance }: StageFacts,
): void {
  const labels = PARK_STAGES[stage].labels
  if (!possibleStages(present).includes(stage)) {
    const next = PARK_STAGE_ORDER[PARK_STAGE_ORDER.indexOf(present) + 1]
    const nextLabels = next && PARK_STAGES[next].labels
    throw refused('stage', {
      'zh-CN': `现为“${PARK_STAGES[present].labels['zh-CN']}”,不能直接进入“${labels['zh-CN']}”${nextLabels ? `;下一阶段是“${nextLabels['zh-CN']}”` : ''}。`,
      en: `It is at “${PARK_STAGES[present].labels.en}” and cannot enter “${labels.en}”${nextLabels ? `; “${nextLabels.en}” comes next` : ''}.`,
    })
  }
  const isBack = PARK_STAGE_ORDER.indexOf(stage) < PARK_STAGE_ORDER.indexOf(present)
  if (isBack && !note) {
    throw refused('note', {
      'zh-CN': `退回“${labels['zh-CN']}”须写明原因。`,
      en: `Going back to “${labels.en}” needs its reason.`,
    })
  }
  if (!isBack && STAGES_AFTER_ACCEPTANCE.includes(stage)) requireAcceptance(labels, acceptance)
  if (since !== null && enteredOn < since) {
    throw refused('enteredOn', {
      'zh-CN': `现阶段始于 ${since},下一阶段的日期不能早于它。`,
      en: `The present stage began on ${since}; the next one cannot begin earlier.`,
    })
  }
}

/** @throws HttpProblem 422 before a passed acceptance, and while a 重大事故隐患 is open after it */
function requireAcceptance(stage: Labels, { isPassed, openMajors }: AcceptanceStanding): void {
  if (!isPassed) {
    throw refused('stage', {
      'zh-CN': `进入“${stage['zh-CN']}”须先通过整治验收。请先办结该园区的整治验收。`,
      en: `“${stage.en}” follows only a passed acceptance: finish the acceptance of this park first.`,
    })
  }
  if (openMajors === 0) return
  throw refused('stage', {
    'zh-CN': `验收后新增重大事故隐患 ${openMajors} 处未销号,不能进入“${stage['zh-CN']}”。请先整改销号,或退回“整治”阶段。`,
    en: `${openMajors} major hidden dangers opened after the acceptance, so “${stage.en}” cannot be entered: have them closed, or go back to the rectification.`,
  })
}

/** @throws HttpProblem 422 for a park without a micro fire station */
export function requireStation<S>(station: S | null): S {
  if (station) return station
  throw refused('park', {
    'zh-CN': '该园区没有登记微型消防站,不能登记到场测试。请先登记微型消防站。',
    en: 'The park has no micro fire station, so no arrival can be measured: register the station first.',
  })
}

/** 409 for what somebody has written down in the same words before. */
export function alreadyWritten(): HttpProblem {
  return new HttpProblem('alreadyDone', {
    'zh-CN': '同样的记录已登记过,没有重复登记。请刷新查看。',
    en: 'The same entry is there already and was not written twice: load the record again.',
  })
}
