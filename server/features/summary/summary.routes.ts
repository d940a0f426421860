import { AREA_LEVELS, parentAreaCode } from '#data/domain/areas'
import type { Summary } from '#data/contract/responses'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import type { AreaWithFigures, DistrictFigures, FiguresReader } from './figures.ts'

export function summaryHandlers(
  { clock }: Services,
  readFigures: FiguresReader,
): Pick<Handlers, 'getSummary' | 'listFigures'> {
  return {
    getSummary: async (request) => {
      const figures = await readFigures(request)
      const area = figures.areas.get(request.query.area)
      if (!area) throw notFound('area', request.query.area)
      const { code, name, level, officialAreaKm2 } = area
      return {
        ...area.figures,
        area: { code, name, level, officialAreaKm2 },
        children: childrenOf(area, figures),
        asOf: clock.asOf(),
        fictitious: clock.fictitious,
        source: clock.source,
      }
    },
    listFigures: async (request) => {
      const { areas, parks } = await readFigures(request)
      return {
        areas: [...areas.values()].map(({ code, level, figures }) => ({ code, level, ...figures })),
        parks: [...parks.values()].map(({ code, areaCode, figures }) => ({
          code,
          areaCode,
          ...figures,
        })),
        asOf: clock.asOf(),
      }
    },
  }
}

/** Streets of the district, communities of a street, parks of a community, in code order. */
export function childrenOf(
  area: AreaWithFigures,
  { areas, parks }: DistrictFigures,
): Summary['children'] {
  const kind = AREA_LEVELS[area.level].child
  if (kind === null) {
    return [...parks.values()]
      .filter(({ areaCode }) => areaCode === area.code)
      .map(({ code, name, figures }) => ({ code, name, kind: 'park', ...figures }))
  }
  return [...areas.values()]
    .filter(({ code }) => parentAreaCode(code) === area.code)
    .map(({ code, name, figures }) => ({ code, name, kind, ...figures }))
}
