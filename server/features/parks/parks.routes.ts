import type { Handlers, Services } from '../../http/endpoint.ts'
import { featureCollection } from '../../http/featureCollection.ts'
import { notFound } from '../../http/problems.ts'
import { findAcceptance } from '../parkRecords/gradings.queries.ts'
import type { FiguresReader } from '../summary/figures.ts'
import {
  findMicroFireStation,
  findPark,
  listBuildings,
  listEnterprises,
  listParks,
  listRetired,
} from './parks.queries.ts'

export function parkHandlers(
  { clock }: Services,
  readFigures: FiguresReader,
): Pick<Handlers, 'listParks' | 'getPark'> {
  return {
    listParks: async ({ query, read }) => {
      const rows = await read((transaction) => listParks(transaction, query))
      return featureCollection(rows)
    },
    getPark: async (request) => {
      const { code } = request.params
      const figures = (await readFigures(request)).parks.get(code)
      const found = await request.read(async (transaction) => ({
        park: await findPark(transaction, code),
        enterprises: await listEnterprises(transaction, code),
        buildings: await listBuildings(transaction, code),
        station: await findMicroFireStation(transaction, code),
        acceptance: await findAcceptance(transaction, code),
        retiredRiskPoints: await listRetired(transaction, 'risk_points', code),
        retiredEnterprises: await listRetired(transaction, 'enterprises', code),
      }))
      const { park, buildings, station, acceptance, ...lists } = found
      if (!park || !figures) throw notFound('park', code)
      return {
        ...park,
        ...figures.figures,
        ...lists,
        buildings: featureCollection(buildings),
        microFireStation: station ?? null,
        majorSinceAcceptance: acceptance.isPassed ? acceptance.openMajors : 0,
        asOf: clock.asOf(),
        source: clock.source,
      }
    },
  }
}
