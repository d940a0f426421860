import type { AROUND_CONTRACT } from '#data/contract/analysis/around'
import type { Travel } from '#data/domain/travel'
import type { Actor } from '#data/domain/roles'
import { VersionedCache } from '../../cache/VersionedCache.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { readInside } from './around.queries.ts'
import { resolveAskedPlace } from './askedPlace.ts'
import { askedReach, computeCoverage } from './coverage.ts'
import { COVERAGE_TIMEOUT_MILLISECONDS } from './coverage.queries.ts'
import { describeAround } from './describeAround.ts'
import { computeDomino } from './domino.ts'
import { readFacilitiesAround } from './facilitiesAround.queries.ts'
import { forgoCompilation, readSearchedArea } from './searchedArea.queries.ts'

/** Areas that people go through one after the other, some 150 KB each. */
const CAPACITY = 32

export function aroundHandlers({ clock }: Services): Pick<Handlers, keyof typeof AROUND_CONTRACT> {
  const coverages = new VersionedCache<Awaited<ReturnType<typeof computeCoverage>>>({
    capacity: CAPACITY,
  })
  const dominoes = new VersionedCache<Awaited<ReturnType<typeof computeDomino>>>({
    capacity: CAPACITY,
  })
  const dated = () => ({
    asOf: clock.asOf(),
    fictitious: clock.fictitious,
    source: clock.source,
  })
  return {
    getAround: async ({ query, read }) => {
      const { radius } = query
      const travel = travelOf(query)
      const { place, area, ...found } = await read(async (transaction) => {
        await forgoCompilation(transaction)
        const asked = await resolveAskedPlace(transaction, query)
        return {
          place: asked,
          area: await readSearchedArea(transaction, asked.wkt, radius),
          inside: await readInside(transaction, asked, radius, clock.today()),
          facilities: await readFacilitiesAround(transaction, asked, radius),
        }
      })
      const { kind, park } = place
      // Outlines of parks are schematic: no area is measured of them.
      const measuredKm2 = kind === 'park' ? null : area.measuredKm2
      return {
        area: { kind, park, radiusMetres: radius, ...area, measuredKm2 },
        travel: { ...travel, proposed: true },
        ...describeAround({ ...found, travel }),
        ...dated(),
      }
    },
    getCoverage: async ({ query, read, actor, dataState }) => {
      const travel = travelOf(query)
      const reach = askedReach(query, travel)
      const coverage = await coverages.get(
        keyOf(actor, dataState, [query.area, reach, travel]),
        () =>
          read((transaction) => computeCoverage(transaction, query.area, reach, travel), {
            timeoutMilliseconds: COVERAGE_TIMEOUT_MILLISECONDS,
          }),
      )
      return { ...coverage, travel: { ...travel, proposed: true }, ...dated() }
    },
    getDomino: async ({ query, read, actor, dataState }) => {
      const domino = await dominoes.get(keyOf(actor, dataState, [query.area]), () =>
        read((transaction) => computeDomino(transaction, query.area)),
      )
      return { ...domino, ...dated() }
    },
  }
}

/** What an answer depends on besides its date. */
const keyOf = ({ role, scope }: Actor, dataState: string, asked: readonly unknown[]): string =>
  JSON.stringify([role, scope, dataState, asked])

const travelOf = ({ speed, detour }: { speed: number; detour: number }): Travel => ({
  speedMetresPerMinute: speed,
  detourFactor: detour,
})
