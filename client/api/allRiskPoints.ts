import type { RiskPointItem } from '#data/contract/responses'
import type { Bounds } from '../stores/camera.ts'
import type { ExportWork } from '../stores/exportables.ts'
import type { Filters } from '../stores/filters.ts'
import { filterQuery } from './queries.ts'
import { request } from './request.ts'

/** What one request may list at most. */
const LARGEST_PAGE = 1000

export type RiskPointScope = {
  areaCode: string
  parkCode: string | null
  filters: Filters
  /** Only what lies within, degrees WGS84; null for everything, points without coordinates too. */
  bounds: Bounds | null
  /** Civil day whose end is asked for; null for now. */
  day: string | null
}

/** Every risk point of a place that passes the filters of the map, page after page. */
export async function fetchAllRiskPoints(
  { areaCode, parkCode, filters, bounds, day }: RiskPointScope,
  total: number | null,
  work: ExportWork,
): Promise<RiskPointItem[]> {
  const items: RiskPointItem[] = []
  // Without a level none passes, and the endpoint knows no empty list.
  if (!filters.levels.length) return items
  let cursor: string | undefined
  do {
    const page = await request('listRiskPoints', {
      query: {
        ...filterQuery(filters),
        ...(parkCode ? { park: parkCode } : { area: areaCode }),
        bbox: bounds?.map((degrees) => degrees.toFixed(6)).join(','),
        asOf: day ?? undefined,
        limit: LARGEST_PAGE,
        cursor,
      },
      signal: work.signal,
    })
    items.push(...page.items)
    work.report(items.length, total)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}
