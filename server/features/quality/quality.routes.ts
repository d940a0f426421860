import type { QualityAnswer } from '#data/contract/quality'
import { QUALITY_CHECK_ORDER } from '#data/domain/quality'
import type { ErrorReport } from '#data/domain/errorReports'
import type { Queryable } from '../../db/Db.ts'
import { VersionedCache } from '../../cache/VersionedCache.ts'
import type { DataReader, Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import { decodeCursor, encodeCursor } from '../riskPoints/cursor.ts'
import {
  closeErrorReport,
  findReportedArea,
  insertErrorReport,
  lockErrorReport,
} from './errorReports.queries.ts'
import {
  countFindings,
  countPendingDowngrades,
  listFindings,
  type QualityScope,
} from './quality.queries.ts'

type Keys = 'getQuality' | 'listQualityItems' | 'reportError' | 'resolveErrorReport'

/** All checks over a million points took 16 s on a loaded machine, so their counts are kept. */
const TIMEOUT_MILLISECONDS = 60_000
const KEPT_COUNTS = 64
type Counts = Pick<QualityAnswer, 'counts' | 'pendingDowngrades'>

export function qualityHandlers({ clock }: Services): Pick<Handlers, Keys> {
  const counted = new VersionedCache<Counts>({ capacity: KEPT_COUNTS })
  return {
    getQuality: async ({ query, actor, dataState, read }) => {
      const area = query.area ?? null
      const scope = { area, today: clock.today() }
      const key = JSON.stringify([actor.role, actor.scope, dataState, scope])
      const found = await counted.get(key, () => countAll(read, scope))
      return { ...found, asOf: clock.asOf(), source: clock.source }
    },
    listQualityItems: async ({ params, query, read }) => {
      const { area = null, cursor, limit } = query
      // The gravest first is no order by id: a page begins at a number of findings.
      const offset = cursor === undefined ? 0 : decodeCursor(cursor)
      const scope = { area, today: clock.today() }
      const found = await read(
        (transaction) =>
          listFindings(transaction, params.check, scope, { offset, limit: limit + 1 }),
        { timeoutMilliseconds: TIMEOUT_MILLISECONDS },
      )
      return {
        items: found.slice(0, limit),
        nextCursor: found.length > limit ? encodeCursor(offset + limit) : null,
        asOf: clock.asOf(),
      }
    },
    reportError: ({ body, actor, write }) =>
      write(async (transaction) => {
        const areaCode = await findReportedArea(transaction, body.entity, body.code)
        if (areaCode === undefined) {
          throw refused('code', {
            'zh-CN': `没有编号为 ${body.code} 的记录。请在该记录的卡片上报错。`,
            en: `There is no ${body.entity} ${body.code}: report from the card of the record.`,
          })
        }
        const id = await insertErrorReport(transaction, {
          ...body,
          areaCode,
          by: actor.name,
          at: clock.now(),
        })
        return requireReport(transaction, id)
      }),
    resolveErrorReport: ({ params, body, actor, write }) =>
      write(async (transaction) => {
        const id = Number(params.id)
        const report = await requireReport(transaction, id)
        if (report.resolvedBy !== null) {
          throw new HttpProblem('alreadyDone', {
            'zh-CN': `该报错已由${report.resolvedBy}处理:${report.resolution}`,
            en: `The report was closed by ${report.resolvedBy} already: ${report.resolution}`,
          })
        }
        const { resolution } = body
        await closeErrorReport(transaction, id, { by: actor.name, at: clock.now(), resolution })
        return requireReport(transaction, id)
      }),
  }
}

function countAll(read: DataReader, scope: QualityScope): Promise<Counts> {
  return read(
    async (transaction) => {
      const counts: Partial<QualityAnswer['counts']> = {}
      for (const check of QUALITY_CHECK_ORDER) {
        counts[check] = await countFindings(transaction, check, scope)
      }
      return {
        counts: counts as QualityAnswer['counts'],
        pendingDowngrades: await countPendingDowngrades(transaction, scope.area),
      }
    },
    { isolation: 'repeatable read', timeoutMilliseconds: TIMEOUT_MILLISECONDS },
  )
}

async function requireReport(transaction: Queryable, id: number): Promise<ErrorReport> {
  const report = await lockErrorReport(transaction, id)
  if (!report) throw notFound('report', String(id))
  return report
}
