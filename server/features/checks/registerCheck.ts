import type { Body } from '#data/contract'
import { CHECK_OUTCOME_ORDER, type CheckKind, type CheckOutcome } from '#data/domain/checks'
import { civilDayOf } from '#data/domain/clock'
import type { HiddenDangerSource } from '#data/domain/hiddenDangers'
import { formatInstant } from '../../clock.ts'
import { refused } from '../../http/problems.ts'
import {
  registerFinding,
  requirePark,
  suspectedOutcome,
  type Finding,
} from '../hiddenDangers/register.ts'
import type { Editing } from '../versions/editRecord.ts'
import { insertCheck, nextCheckCode } from './checks.queries.ts'

/** Who found what a visit finds. */
const SOURCES = {
  routine: 'check',
  campaign: 'check',
  spotCheck: 'spotCheck',
  thirdParty: 'spotCheck',
  selfCheck: 'selfReport',
} as const satisfies Record<CheckKind, HiddenDangerSource>

/** The clock of whoever sends it may be a little ahead of ours. */
const TOLERATED_MILLISECONDS = 5 * 60_000

/**
 * Registers a visit and all that it found, whole or not at all.
 * @returns its code
 * @throws HttpProblem 422 that names the finding that lacks something
 */
export async function registerCheck(
  editing: Editing,
  body: Body<'registerCheck'>,
): Promise<string> {
  const { transaction, actor, clock } = editing
  const { parkCode, enterpriseCode = null, kind, department, inspector, findings } = body
  const place = await requirePark(editing, parkCode, enterpriseCode)
  const registeredAt = clock.now()
  const checkedAt = body.checkedAt === undefined ? registeredAt : new Date(body.checkedAt)
  if (checkedAt.getTime() > registeredAt.getTime() + TOLERATED_MILLISECONDS) {
    const now = formatInstant(registeredAt)
    throw refused('checkedAt', {
      'zh-CN': `检查时间晚于现在(${now}),请核对。`,
      en: `The visit lies in the future (now: ${now}): correct its time.`,
    })
  }
  const code = await nextCheckCode(transaction)
  const checkId = await insertCheck(transaction, {
    code,
    areaCode: place.areaCode,
    parkCode,
    enterpriseCode,
    kind,
    department,
    inspector,
    checkedAt,
    outcome: gravest(findings),
    remark: body.remark ?? null,
    campaignCode: body.campaignCode ?? null,
    registeredBy: actor.name,
    registeredAt,
    fictitious: place.fictitious,
  })
  const source = SOURCES[kind]
  const foundOn = civilDayOf(checkedAt)
  const discovery = { parkCode, enterpriseCode, checkId, source, department, foundOn }
  for (const [index, finding] of findings.entries()) {
    await registerFinding(editing, finding, discovery, `findings.${index}.`)
  }
  return code
}

/** The answer of a visit that found several things is that of the gravest. */
function gravest(findings: readonly Finding[]): CheckOutcome {
  const ranks = findings.map((finding) => CHECK_OUTCOME_ORDER.indexOf(suspectedOutcome(finding)))
  return CHECK_OUTCOME_ORDER[Math.max(0, ...ranks)] ?? 'nothingFound'
}
