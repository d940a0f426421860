import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { findRiskPoint, listHazardSources, listRiskPoints } from './riskPoints.queries.ts'

export function riskPointHandlers({
  clock,
}: Services): Pick<Handlers, 'listRiskPoints' | 'getRiskPoint'> {
  return {
    listRiskPoints: async ({ query, read }) => {
      const { cursor, ...filter } = query
      const afterId = cursor === undefined ? 0 : decodeCursor(cursor)
      // Points asked for by id come in one answer; the contract bounds their number.
      const limit = filter.ids?.length ?? filter.limit
      const today = clock.today()
      // One more than asked for tells whether there is a next page.
      const found = await read((transaction) =>
        listRiskPoints(transaction, { ...filter, afterId, limit: limit + 1 }, today),
      )
      const items = found.slice(0, limit)
      const last = found.length > limit ? items.at(-1) : undefined
      return { items, nextCursor: last ? encodeCursor(last.id) : null }
    },
    getRiskPoint: async ({ params, read }) => {
      const found = await read(async (transaction) => {
        const point = await findRiskPoint(transaction, params.code, clock.today())
        return point && { point, hazardSources: await listHazardSources(transaction, point.id) }
      })
      if (!found) throw notFound('risk point', params.code)
      return {
        ...found.point,
        hazardSources: found.hazardSources,
        asOf: clock.asOf(),
        source: clock.source,
      }
    },
  }
}
