import type {
  WORK_PERMITS_CONTRACT,
  WorkPermit,
  WorkPermitCreation,
} from '#data/contract/offices/workPermits'
import { OUTSIDE_PARK_METRES } from '#data/domain/quality'
import {
  tooLong,
  WORK_PERMIT_KINDS,
  WORK_PERMIT_STATE_ORDER,
  WORK_PERMIT_STATES,
  type WorkPermitState,
} from '#data/domain/workPermits'
import { formatInstant } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import type { Editing } from '../versions/editRecord.ts'
import { pageAnswer, pageOf } from './paging.ts'
import { nextCode } from './place.queries.ts'
import { requireRecordPlace } from './place.ts'
import {
  cancelWorkPermit,
  countWorkPermits,
  endWorkPermit,
  findWorkPermit,
  insertWorkPermit,
  listWorkPermits,
  lockPark,
  lockWorkPermit,
  metresFromPark,
} from './workPermits.queries.ts'

export function workPermitHandlers({
  clock,
}: Services): Pick<Handlers, keyof typeof WORK_PERMITS_CONTRACT> {
  return {
    listWorkPermits: ({ query, read }) =>
      read(async (transaction) => {
        const now = clock.now()
        const page = pageOf(query)
        const found = await listWorkPermits(transaction, query, now, page)
        const rows = await countWorkPermits(transaction, query, now)
        const counts = Object.fromEntries(
          WORK_PERMIT_STATE_ORDER.map((state) => [
            state,
            rows.find((row) => row.state === state)?.count ?? 0,
          ]),
        ) as Record<WorkPermitState, number>
        const total = query.state
          ? counts[query.state]
          : Object.values(counts).reduce((sum, count) => sum + count)
        return {
          ...pageAnswer(found, page),
          total,
          counts,
          asOf: formatInstant(now),
          source: clock.source,
        }
      }),
    getWorkPermit: ({ params, read }) =>
      read(async (transaction) => {
        const now = clock.now()
        const permit = await requirePermit(transaction, params.code, now)
        return { ...permit, asOf: formatInstant(now), source: clock.source }
      }),
    registerWorkPermit: ({ body, actor, write }) =>
      write(async (transaction) => {
        const now = clock.now()
        const code = await register({ transaction, actor, now }, body)
        const permit = await requirePermit(transaction, code, now)
        requireArranged(permit, body.overlapAccepted ?? false)
        return permit
      }),
    endWorkPermit: ({ params, write }) =>
      write(async (transaction) => {
        // One instant for all: between two the work could end of itself.
        const now = clock.now()
        await requireState(transaction, params.code, now, ['ongoing'])
        await endWorkPermit(transaction, params.code, now)
        return requirePermit(transaction, params.code, now)
      }),
    cancelWorkPermit: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const now = clock.now()
        await requireState(transaction, params.code, now, ['reported', 'ongoing'])
        const mark = { by: actor.name, at: now, reason: body.reason }
        await cancelWorkPermit(transaction, params.code, mark)
        return requirePermit(transaction, params.code, now)
      }),
  }
}

async function requirePermit(transaction: Queryable, code: string, now: Date): Promise<WorkPermit> {
  const permit = await findWorkPermit(transaction, code, now)
  if (!permit) throw notFound('work report', code)
  return permit
}

/** @throws HttpProblem 409 for work that is over, has not begun, or was cancelled */
async function requireState(
  transaction: Queryable,
  code: string,
  now: Date,
  allowed: readonly WorkPermitState[],
): Promise<void> {
  await lockWorkPermit(transaction, code)
  const { state } = await requirePermit(transaction, code, now)
  if (allowed.includes(state)) return
  const words = (locale: 'zh-CN' | 'en') =>
    allowed.map((each) => WORK_PERMIT_STATES[each].labels[locale]).join('、')
  throw new HttpProblem('alreadyDone', {
    'zh-CN': `该作业现为“${WORK_PERMIT_STATES[state].labels['zh-CN']}”,只有“${words('zh-CN')}”的可以这样办。`,
    en: `This work is “${WORK_PERMIT_STATES[state].labels.en}”; that is possible only while it is: ${words('en')}.`,
  })
}

/** @returns the code of the new report */
async function register(
  { transaction, actor, now }: Omit<Editing, 'clock'> & { now: Date },
  body: WorkPermitCreation,
): Promise<string> {
  // Two reports of one place that come at once have to see each other.
  await lockPark(transaction, body.parkCode)
  const place = await requireRecordPlace(transaction, body)
  requireHours(body, now)
  const { approver, guardian, tester } = requirePersons(body)
  const longitude = body.longitude ?? place.longitude
  const latitude = body.latitude ?? place.latitude
  await requireNear(transaction, body.parkCode, { longitude, latitude })
  const code = await nextCode(transaction, 'work_permit_codes')
  await insertWorkPermit(transaction, {
    code,
    areaCode: place.areaCode,
    parkCode: body.parkCode,
    enterpriseCode: body.enterpriseCode ?? null,
    kind: body.kind,
    place: body.place,
    content: body.content,
    longitude,
    latitude,
    startsAt: body.startsAt,
    endsAt: body.endsAt,
    contractor: body.contractor ?? null,
    workers: body.workers,
    approver,
    guardian,
    tester,
    by: actor.name,
    at: now,
    fictitious: place.fictitious,
  })
  return code
}

function requireHours({ kind, startsAt, endsAt }: WorkPermitCreation, now: Date): void {
  const [from, until] = [new Date(startsAt), new Date(endsAt)]
  if (until <= from) {
    throw refused('endsAt', {
      'zh-CN': '结束时间须晚于开始时间。',
      en: 'The work has to end after it begins.',
    })
  }
  if (until <= now) {
    throw refused('endsAt', {
      'zh-CN': '作业须事先报备:这段时间已经过去。请填写尚未结束的时段。',
      en: 'Work is reported beforehand, and these hours have passed: give hours that are not over.',
    })
  }
  const problem = tooLong(kind, from, until)
  if (problem) throw refused('endsAt', problem)
}

/** 审批 and 监护 are asked of all work, 检测 of confined space too (令10 art. 13(二)). */
function requirePersons({ kind, approver, guardian, tester }: WorkPermitCreation) {
  const needed = [
    { field: 'approver', name: approver, zh: '审批人', en: 'who approved it' },
    { field: 'guardian', name: guardian, zh: '监护人', en: 'who watches over it' },
    ...(kind === 'confinedSpace'
      ? [{ field: 'tester', name: tester, zh: '检测人', en: 'who tested the air' }]
      : []),
  ]
  const [missing, ...others] = needed.filter(({ name }) => name === undefined)
  if (missing) {
    const all = [missing, ...others]
    const { labels } = WORK_PERMIT_KINDS[kind]
    throw refused(missing.field, {
      'zh-CN': `${labels['zh-CN']}还缺${all.map(({ zh }) => zh).join('、')}。请落实到人后再报备。`,
      en: `“${labels.en}” still lacks ${all.map(({ en }) => en).join(', ')}: name them, then report it.`,
    })
  }
  return { approver: approver ?? '', guardian: guardian ?? '', tester: tester ?? null }
}

async function requireNear(
  transaction: Queryable,
  parkCode: string,
  position: { longitude: number; latitude: number },
): Promise<void> {
  const metres = await metresFromPark(transaction, parkCode, position)
  if (metres <= OUTSIDE_PARK_METRES) return
  throw refused('longitude', {
    'zh-CN': `位置在园区之外 ${Math.round(metres)} 米。请核对坐标(WGS84),或留空用园区位置。`,
    en: `The position lies ${Math.round(metres)} m outside the park: check it (WGS84), or leave it out.`,
  })
}

/** Two works in one place are possible, but never without the one knowing of the other. */
function requireArranged({ overlaps }: WorkPermit, isAccepted: boolean): void {
  if (overlaps.length === 0 || isAccepted) return
  throw refused('overlapAccepted', {
    'zh-CN': `同一地点同一时段已有作业报备 ${overlaps.join('、')}。请与对方协调,确认后勾选“已协调”再报备。`,
    en: `Other work is reported there for those hours: ${overlaps.join(', ')}. Arrange it with them, then confirm and report.`,
  })
}
