import type { CheckDetail } from '#data/contract/hiddenDangerResponses'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { decodePageCursor, pageOf } from '../../http/pageCursor.ts'
import { notFound } from '../../http/problems.ts'
import { listHiddenDangersOfCheck } from '../hiddenDangers/hiddenDangers.queries.ts'
import { countChecks, findCheck, listChecks } from './checks.queries.ts'
import { registerCheck } from './registerCheck.ts'
import { withdraw } from './withdraw.ts'

type Keys = 'listChecks' | 'getCheck' | 'registerCheck' | 'withdrawCheck'

const ORDER = 'checkedAt'

export function checkHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    listChecks: async ({ query, read }) => {
      const { cursor, limit, ...filter } = query
      const start = cursor === undefined ? null : decodePageCursor(ORDER, cursor)
      const [found, total] = await read(async (transaction) => [
        // One more than asked for tells whether there is a next page.
        await listChecks(transaction, filter, { start, limit: limit + 1 }),
        await countChecks(transaction, filter),
      ])
      const { rows, nextCursor } = pageOf(found, limit, ORDER)
      const items = rows.map(({ item }) => item)
      return { items, nextCursor, total, asOf: clock.asOf(), source: clock.source }
    },
    getCheck: ({ params, read }) =>
      read((transaction) => readCheck(transaction, clock, params.code)),
    registerCheck: ({ body, actor, write }) =>
      write(async (transaction) => {
        const code = await registerCheck({ transaction, actor, clock }, body)
        return readCheck(transaction, clock, code)
      }),
    withdrawCheck: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        await withdraw({ transaction, actor, clock }, params.code, body.reason)
        return readCheck(transaction, clock, params.code)
      }),
  }
}

async function readCheck(transaction: Queryable, clock: Clock, code: string): Promise<CheckDetail> {
  const found = await findCheck(transaction, code)
  if (!found) throw notFound('check', code)
  const findings = await listHiddenDangersOfCheck(transaction, code, clock.today())
  return { ...found, findings, asOf: clock.asOf() }
}
