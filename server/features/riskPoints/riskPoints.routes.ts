import { civilDayOf } from '#data/domain/clock'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import { listDowngradesOf } from '../downgrades/downgrades.queries.ts'
import { readAsOf } from '../versions/asOf.ts'
import { historyOf } from '../versions/history.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { readRiskPointDetail } from './riskPointDetail.ts'
import { listRiskPointVersions } from './riskPointRecord.queries.ts'
import { listRiskPoints } from './riskPoints.queries.ts'

export function riskPointHandlers({
  clock,
}: Services): Pick<Handlers, 'listRiskPoints' | 'getRiskPoint' | 'getRiskPointHistory'> {
  return {
    listRiskPoints: async ({ query, read }) => {
      const { cursor, asOf: asOfText, ...filter } = query
      const afterId = cursor === undefined ? 0 : decodeCursor(cursor)
      const asOf = readAsOf(asOfText, clock)
      // Points asked for by id come in one answer; the contract bounds their number.
      const limit = filter.ids?.length ?? filter.limit
      const day = asOf === null ? clock.today() : civilDayOf(asOf)
      // One more than asked for tells whether there is a next page.
      const found = await read((transaction) =>
        listRiskPoints(transaction, { ...filter, asOf, afterId, limit: limit + 1 }, day),
      )
      const items = found.slice(0, limit)
      const last = found.length > limit ? items.at(-1) : undefined
      return { items, nextCursor: last ? encodeCursor(last.id) : null }
    },
    getRiskPoint: ({ params, query, read }) =>
      read((transaction) =>
        readRiskPointDetail(transaction, clock, params.code, readAsOf(query.asOf, clock)),
      ),
    getRiskPointHistory: async ({ params, read }) => {
      const { rows, downgrades } = await read(async (transaction) => {
        const found = await listRiskPointVersions(transaction, params.code)
        const [present] = found
        return {
          rows: found,
          downgrades: present ? await listDowngradesOf(transaction, present.id) : [],
        }
      })
      if (rows.length === 0) throw notFound('risk point', params.code)
      return { code: params.code, versions: historyOf(rows), downgrades, asOf: clock.asOf() }
    },
  }
}
