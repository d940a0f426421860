import type { AROUND_CONTRACT } from '#data/contract/analysis/around'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import type { Domino } from '#data/contract/analysis/dominoResponses'
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
import { findSeenArea } from './seenArea.ts'

/** Areas that people go through one after the other, some 150 KB each. */
const CAPACITY = 32

export function aroundHandlers({ clock }: Services): Pick<Handlers, keyof typeof AROUND_CONTRACT> {
  const coverages = new VersionedCache<Omit<Coverage, 'travel' | 'asOf' | 'fictitious' | 'source'>>(
    {
      capacity: CAPACITY,
    },
  )
  const dominoes = new VersionedCache<Omit<Domino, 'asOf' | 'fictitious' | 'source'>>({
    capacity: CAPACITY,
  })
  const dated = () => ({
    asOf: clock.asOf(),
    fictitious: clock.fictitious,
    source: clock.source,
  })
  return {
    getAround: async ({ query, read, actor }) => {
      const { radius } = query
      const travel = travelOf(query)
      const { place, area, seesOnly, ...found } = await read(async (transaction) => {
        await forgoCompilation(transaction)
        const asked = await resolveAskedPlace(transaction, query)
        return {
          place: asked,
          seesOnly: await findSeenArea(transaction, actor),
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
        seesOnly,
        ...dated(),
      }
    },
    getCoverage: async ({ query, read, actor, dataState }) => {
      const travel = travelOf(query)
      const reach = askedReach(query, travel)
      const area = query.area ?? actor.scope
      const coverage = await coverages.get(keyOf(actor, dataState, [area, reach, travel]), () =>
        read(
          async (transaction) => ({
            ...(await computeCoverage(transaction, area, reach, travel)),
            seesOnly: await findSeenArea(transaction, actor),
          }),
          { timeoutMilliseconds: COVERAGE_TIMEOUT_MILLISECONDS },
        ),
      )
      return { ...coverage, travel: { ...travel, proposed: true }, ...dated() }
    },
    getDomino: async ({ query, read, actor, dataState }) => {
      const area = query.area ?? actor.scope
      const domino = await dominoes.get(keyOf(actor, dataState, [area]), () =>
        read(async (transaction) => ({
          ...(await computeDomino(transaction, area)),
          seesOnly: await findSeenArea(transaction, actor),
        })),
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
