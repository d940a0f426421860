import type { HANDOVERS_CONTRACT } from '#data/contract/offices/handovers'
import { addDays, dayNumber } from '#data/domain/clock'
import { DUTY_ORDER, type Duty } from '#data/domain/handovers'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, invalidParameters, refused } from '../../http/problems.ts'
import { markOf } from '../versions/editRecord.ts'
import { insertDutyShift, listDutyShifts } from './dutyShifts.queries.ts'
import {
  countDuties,
  insertHandover,
  listDuties,
  listHandovers,
  listPersons,
  lockDuties,
  renameHiddenDangers,
  renameVersioned,
} from './handovers.queries.ts'
import { requireArea } from './place.ts'

type Keys = keyof typeof HANDOVERS_CONTRACT
type DutyKeys = 'listDutyShifts' | 'setDutyShift' | 'clearDutyShift'

/** A handover writes a version of everything a person answers for. */
const TIMEOUT_MILLISECONDS = 60_000
const MOST_DAYS = 92

export function handoverHandlers(services: Services): Pick<Handlers, Keys> {
  const { clock } = services
  const told = () => ({ asOf: clock.asOf(), source: clock.source })
  return {
    ...dutyShiftHandlers(services),
    listPersons: ({ query, read }) =>
      read(async (transaction) => ({
        items: await listPersons(transaction, query.area, query.q ?? null),
        ...told(),
      })),
    listDuties: ({ query, read }) =>
      read(async (transaction) => {
        const { area, person } = query
        const { counts, total } = await readCounts(transaction, area, person)
        const items = await listDuties(transaction, area, person)
        return { person, counts, items, total, ...told() }
      }),
    listHandovers: ({ query, read }) =>
      read(async (transaction) => ({
        items: await listHandovers(transaction, { area: query.area }),
        ...told(),
      })),
    handOver: ({ body, actor, write }) =>
      write(
        async (transaction) => {
          const { areaCode, fromPerson, toPerson, reason } = body
          await requireArea(transaction, areaCode)
          requireOther(fromPerson, toPerson)
          const change = { area: areaCode, from: fromPerson, to: toPerson }
          await lockDuties(transaction, change)
          const { counts, total } = await readCounts(transaction, areaCode, fromPerson)
          requireExpected(fromPerson, total, body.expected)
          const why = `人员移交(${fromPerson} → ${toPerson}):${reason}`
          const mark = markOf({ actor, clock }, 'edit', why)
          await renameVersioned(transaction, change, mark)
          await renameHiddenDangers(transaction, change, mark)
          const { by, at } = mark
          const id = await insertHandover(transaction, { ...body, counts, by, at })
          const [handover] = await listHandovers(transaction, { id })
          if (!handover) throw new Error('The handover was not written')
          return handover
        },
        { timeoutMilliseconds: TIMEOUT_MILLISECONDS },
      ),
  }
}

function dutyShiftHandlers({ clock }: Services): Pick<Handlers, DutyKeys> {
  return {
    listDutyShifts: ({ query, read }) =>
      read(async (transaction) => {
        const from = query.from ?? clock.today()
        const until = query.until ?? addDays(from, 6)
        const days = dayNumber(until) - dayNumber(from)
        if (days < 0 || days >= MOST_DAYS) {
          const message = `must be from ${from} on, at most ${MOST_DAYS} days in all`
          throw invalidParameters([{ parameter: 'until', message }])
        }
        const items = await listDutyShifts(transaction, { area: query.area, from, until })
        return { items, asOf: clock.asOf(), source: clock.source }
      }),
    setDutyShift: ({ body, actor, write }) =>
      write(async (transaction) => {
        await requireArea(transaction, body.areaCode)
        await insertDutyShift(transaction, { ...body, by: actor.name, at: clock.now() })
        const day = { area: body.areaCode, from: body.day, until: body.day }
        const [shift] = await listDutyShifts(transaction, day)
        if (!shift) throw new Error('The shift was not written')
        return shift
      }),
    clearDutyShift: ({ body, actor, write }) =>
      write(async (transaction) => {
        const { areaCode, day } = body
        const found = await listDutyShifts(transaction, { area: areaCode, from: day, until: day })
        if (found.length === 0) {
          throw new HttpProblem('alreadyDone', {
            'zh-CN': `${day} 没有排班,无须清除。`,
            en: `Nobody is on duty on ${day}: there is nothing to clear.`,
          })
        }
        const nobody = { leader: null, officer: null, phone: null }
        await insertDutyShift(transaction, { ...body, ...nobody, by: actor.name, at: clock.now() })
        return { areaCode, day }
      }),
  }
}

async function readCounts(transaction: Queryable, area: string, person: string) {
  const rows = await countDuties(transaction, area, person)
  const counts = Object.fromEntries(
    DUTY_ORDER.map((duty) => [duty, rows.find((row) => row.duty === duty)?.count ?? 0]),
  ) as Record<Duty, number>
  return { counts, total: Object.values(counts).reduce((sum, count) => sum + count) }
}

function requireOther(from: string, to: string): void {
  if (from !== to) return
  throw refused('toPerson', {
    'zh-CN': '移交人和接收人是同一人。请填写接收人的姓名。',
    en: 'Both are the same person: name who takes over.',
  })
}

/** @throws HttpProblem 422 when there is nothing, 409 when it is another number than was seen */
function requireExpected(person: string, total: number, expected: number): void {
  if (total === 0) {
    throw refused('fromPerson', {
      'zh-CN': `${person}名下没有未办结的事项,无须移交。请核对姓名和辖区。`,
      en: `Nothing open names ${person}: check the name and the area.`,
    })
  }
  if (total === expected) return
  throw new HttpProblem('alreadyDone', {
    'zh-CN': `${person}名下现有 ${total} 项,与您看到的 ${expected} 项不同。请刷新清单,核对后再移交。`,
    en: `${total} records name ${person} now, not the ${expected} that you saw: load the list again and check it.`,
  })
}
