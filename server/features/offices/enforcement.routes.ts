import type {
  ENFORCEMENT_CONTRACT,
  EnforcementDetail,
  EnforcementItem,
} from '#data/contract/offices/enforcement'
import {
  decisionDue,
  ENFORCEMENT_STATE_ORDER,
  ENFORCEMENT_STATES,
  possibleEnforcementActions,
} from '#data/domain/enforcement'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import { requireVersion } from '../versions/history.ts'
import {
  countEnforcement,
  findEnforcement,
  listEnforcement,
  listEnforcementEvents,
  listPenalties,
  sumEnforcement,
  type EnforcementRow,
} from './enforcement.queries.ts'
import { registerEnforcement, stepEnforcement } from './enforcementSteps.ts'
import { withdrawRecord } from './enforcementWithdrawal.ts'
import { pageAnswer, pageOf } from './paging.ts'

const OPEN_STATES = ENFORCEMENT_STATE_ORDER.filter((state) => ENFORCEMENT_STATES[state].open)

export function enforcementHandlers({
  clock,
}: Services): Pick<Handlers, keyof typeof ENFORCEMENT_CONTRACT> {
  return {
    listEnforcement: ({ query, read }) =>
      read(async (transaction) => {
        const { open, ...others } = query
        const filter = { ...others, states: open ? OPEN_STATES : undefined }
        const page = pageOf(query)
        const found = await listEnforcement(transaction, filter, page)
        return {
          ...pageAnswer(found.map(itemOf), page),
          total: await countEnforcement(transaction, filter),
          asOf: clock.asOf(),
          source: clock.source,
        }
      }),
    getEnforcementTotals: ({ query, read }) =>
      read(async (transaction) => {
        const year = query.year ?? Number(clock.today().slice(0, 4))
        const span = { from: `${year}-01-01`, until: `${year}-12-31` }
        const sums = await sumEnforcement(transaction, query.area, span)
        return { year, ...sums, asOf: clock.asOf(), source: clock.source }
      }),
    getEnforcement: ({ params, read }) =>
      read((transaction) => readDetail(transaction, clock, params.code)),
    registerEnforcement: ({ body, actor, write }) =>
      write(async (transaction) => {
        const code = await registerEnforcement({ transaction, actor, clock }, body)
        return readDetail(transaction, clock, code)
      }),
    actOnEnforcement: ({ params, body, version, actor, write }) =>
      write(async (transaction) => {
        const current = await findEnforcement(transaction, params.code, { lock: true })
        if (!current) throw notFound('enforcement record', params.code)
        await requireVersion(version, current, () => versionsOf(transaction, current))
        await stepEnforcement({ transaction, actor, clock }, current, body)
        return readDetail(transaction, clock, params.code)
      }),
    withdrawEnforcement: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const current = await findEnforcement(transaction, params.code, { lock: true })
        if (!current) throw notFound('enforcement record', params.code)
        await withdrawRecord({ transaction, actor, clock }, current, body.reason)
        return readDetail(transaction, clock, params.code)
      }),
  }
}

/** Its events are its versions: each made the next. */
async function versionsOf(transaction: Queryable, { id }: EnforcementRow) {
  const events = await listEnforcementEvents(transaction, id)
  return events
    .map(({ sequence, toState, at, by, note }) => ({
      version: sequence,
      state: toState,
      validUntil: null,
      change: { kind: 'edit', at, by, reason: note } as const,
    }))
    .reverse()
}

/** A record as it is told: by its code, not by the ids of the tables. */
function itemOf(row: EnforcementRow): EnforcementItem {
  const told = Object.entries(row).filter(([key]) => key !== 'id' && key !== 'hiddenDangerId')
  const item = Object.fromEntries(told) as Omit<EnforcementItem, 'decisionDueOn'>
  return { ...item, decisionDueOn: decisionDue(row) }
}

async function readDetail(
  transaction: Queryable,
  clock: Clock,
  code: string,
): Promise<EnforcementDetail> {
  const row = await findEnforcement(transaction, code)
  if (!row) throw notFound('enforcement record', code)
  const penalties = await listPenalties(transaction, row.id)
  return {
    ...itemOf(row),
    events: await listEnforcementEvents(transaction, row.id),
    penalties: penalties.map(itemOf),
    actions: row.withdrawn ? [] : possibleEnforcementActions(row.state),
    asOf: clock.asOf(),
    source: clock.source,
  }
}
