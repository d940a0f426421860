import { setTimeout as wait } from 'node:timers/promises'
import { DISTRICT_VIEWER } from '#data/domain/roles'
import { as } from '../../db/actor.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { readDataVersion } from '../changes/changes.queries.ts'

/** A proxy asks every few seconds and wants to know soon. */
const DEADLINE_MILLISECONDS = 2_000

export function healthHandlers(
  { db, clock, writer }: Services,
  mapApprovalNumber: string | null,
): Pick<Handlers, 'getLiveness' | 'getHealth'> {
  /** As everybody else reads, so that a missing role or table is found out too. */
  const readVersion = async (): Promise<string | null> => {
    const deadline = new AbortController()
    const late = wait(DEADLINE_MILLISECONDS, null, { signal: deadline.signal }).catch(() => null)
    const version = as(db, DISTRICT_VIEWER, readDataVersion, {
      timeoutMilliseconds: DEADLINE_MILLISECONDS,
    }).catch(() => null)
    return Promise.race([version, late]).finally(() => deadline.abort())
  }
  return {
    getLiveness: async () => ({ status: 200, answer: { status: 'alive' } }),
    getHealth: async () => {
      const dataVersion = await readVersion()
      const isReady = dataVersion !== null
      return {
        status: isReady ? 200 : 503,
        answer: {
          status: isReady ? 'ready' : 'unavailable',
          database: db.kind,
          dataVersion,
          asOf: isReady ? clock.asOf() : null,
          fictitious: isReady ? clock.fictitious : null,
          mapApprovalNumber,
          writer: writer?.name ?? null,
        },
      }
    },
  }
}
