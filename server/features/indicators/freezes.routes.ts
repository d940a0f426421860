import { DISTRICT_CODE } from '#data/domain/areas'
import { addDays, endOfCivilDay } from '#data/domain/clock'
import { correctedValue } from '#data/domain/correctedValue'
import { INDICATOR_ORDER } from '#data/domain/indicators'
import { formatInstant, type Clock } from '../../clock.ts'
import { DatabaseError, SQLSTATE } from '../../db/DatabaseError.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import { listAreaNames } from '../summary/summary.queries.ts'
import { computeIndicators, endOfDay } from './computeIndicators.ts'
import {
  findFreeze,
  findFrozen,
  insertCorrection,
  insertFreeze,
  insertFrozenIndicators,
  listFreezes,
  lockFreeze,
  tryToLockFreeze,
  type Freeze,
  type FrozenRow,
} from './freezes.queries.ts'
import { lastDayOf } from './readPeriod.ts'

/** Months that are offered to be frozen, and those that may be: the data tells of no others. */
const MONTHS_OFFERED = 12
const MONTHS_BACK = 24
const TIMEOUT_MILLISECONDS = 120_000

export function freezeHandlers({
  clock,
}: Services): Pick<Handlers, 'listFreezes' | 'freezeMonth' | 'correctIndicator'> {
  return {
    listFreezes: async ({ read }) => {
      const items = await read(listFreezes)
      const frozen = items.map(({ month }) => month)
      const open = monthsBefore(clock.today(), MONTHS_OFFERED).filter(
        (month) => !frozen.includes(month),
      )
      return { items, open, asOf: clock.asOf() }
    },
    freezeMonth: ({ body: { month }, actor, write }) =>
      write(
        async (transaction) => {
          requireEnded(month, clock)
          const mark = { by: actor.name, at: clock.now(), fictitious: clock.fictitious }
          await freezeMonth(transaction, month, mark)
          return { month, by: mark.by, at: formatInstant(mark.at) }
        },
        { timeoutMilliseconds: TIMEOUT_MILLISECONDS, isolation: 'repeatable read' },
      ),
    correctIndicator: ({ params: { month }, body, actor, write }) =>
      write(async (transaction) => {
        await lockFreeze(transaction, month)
        if (!(await findFreeze(transaction, month))) throw notFound('freeze', month)
        const frozen = await findFrozen(transaction, month, body)
        if (!frozen) throw notFound('area', body.area)
        requireNewValue(frozen, body)
        const { area, indicator, oldValue, newValue, reason } = body
        const correction = { month, area, indicator, oldValue, newValue, reason, by: actor.name }
        const at = clock.now()
        await insertCorrection(transaction, { ...correction, at })
        return { ...correction, at: formatInstant(at) }
      }),
  }
}

/** Every indicator of every area as at the end of the month. @throws HttpProblem 409 when it is frozen */
export async function freezeMonth(
  transaction: Queryable,
  month: string,
  mark: { by: string; at: Date; fictitious: boolean },
): Promise<void> {
  if (!(await tryToLockFreeze(transaction, month))) throw alreadyFrozen(month, undefined)
  const mine = { month, area: DISTRICT_CODE, ...mark }
  const isFirst = await insertFreeze(transaction, mine).catch((error: unknown) => {
    // It was frozen after the snapshot of this transaction was taken.
    if (error instanceof DatabaseError && error.code === SQLSTATE.serializationFailure) {
      throw alreadyFrozen(month, undefined)
    }
    throw error
  })
  if (!isFirst) throw alreadyFrozen(month, await findFreeze(transaction, month))
  const areas = await listAreaNames(transaction, DISTRICT_CODE)
  const set = await computeIndicators(transaction, endOfDay(lastDayOf(month)))
  const values = areas.flatMap(({ code }) =>
    INDICATOR_ORDER.map((indicator) => ({ area: code, indicator, ...set(code, indicator) })),
  )
  await insertFrozenIndicators(transaction, month, values)
}

const alreadyFrozen = (month: string, earlier: Freeze | undefined) =>
  new HttpProblem('alreadyDone', {
    'zh-CN': `${month} 已由${earlier?.by ?? '他人'}冻结,不能再次冻结。数字有误请作更正。`,
    en: `${month} was frozen by ${earlier?.by ?? 'somebody else'} already: correct a number that is wrong.`,
  })

/** The months that ended before a civil day, the latest first. */
function monthsBefore(day: string, count: number): string[] {
  const months: string[] = []
  let current = day
  while (months.length < count) {
    current = addDays(`${current.slice(0, 7)}-01`, -1)
    months.push(current.slice(0, 7))
  }
  return months
}

/** @throws HttpProblem 422 for a month that has not ended, or ended too long ago */
function requireEnded(month: string, clock: Clock): void {
  const lastDay = lastDayOf(month)
  if (endOfCivilDay(lastDay) < clock.now()) {
    const first = monthsBefore(clock.today(), MONTHS_BACK).at(-1) ?? month
    if (month >= first) return
    throw refused('month', {
      'zh-CN': `只能冻结最近 ${MONTHS_BACK} 个月(${first} 起),${month} 过早。请选其后的月份。`,
      en: `Only the last ${MONTHS_BACK} months can be frozen, from ${first}: choose one of them, not ${month}.`,
    })
  }
  throw refused('month', {
    'zh-CN': `${month} 尚未结束(${lastDay} 24:00 后方可冻结)。请选已结束的月份。`,
    en: `${month} has not ended: it can be frozen after ${lastDay} 24:00. Choose a month that has.`,
  })
}

/** @throws HttpProblem 409 when somebody corrected it meanwhile, 422 when nothing would change */
function requireNewValue(frozen: FrozenRow, body: { oldValue: number | null; newValue: number }) {
  const current = correctedValue(frozen)
  if (current !== body.oldValue) {
    throw new HttpProblem('alreadyDone', {
      'zh-CN': `该数已是 ${current ?? '空'},不是 ${body.oldValue ?? '空'}。请刷新后再更正。`,
      en: `It is ${current ?? 'empty'} by now, not ${body.oldValue ?? 'empty'}: load it again.`,
    })
  }
  if (current === body.newValue) {
    throw refused('newValue', {
      'zh-CN': '更正后的数与现数相同。请填写不同的数。',
      en: 'The number is the same as the present one: name another.',
    })
  }
}
