import type { HiddenDangerDetail } from '#data/contract/hiddenDangerResponses'
import { offeredActions } from '#data/domain/hiddenDangerGuards'
import { basisOf, matchClauses, wordsSuggestMajor } from '#data/domain/proposeSeverity'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { decodePageCursor, pageOf } from '../../http/pageCursor.ts'
import { notFound } from '../../http/problems.ts'
import { listPhotos } from '../photos/photos.queries.ts'
import { actOnHiddenDanger } from './act.ts'
import { findHiddenDanger, listEvents } from './hiddenDangerDetail.queries.ts'
import { countFitting, countWaiting, listHiddenDangers } from './hiddenDangers.queries.ts'
import { registerFinding } from './register.ts'

type Keys =
  | 'listHiddenDangers'
  | 'countHiddenDangers'
  | 'proposeSeverity'
  | 'getHiddenDanger'
  | 'registerHiddenDanger'
  | 'actOnHiddenDanger'

export function hiddenDangerHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    listHiddenDangers: async ({ query, read }) => {
      const { cursor, limit, order, ...filter } = query
      const start = cursor === undefined ? null : decodePageCursor(order, cursor)
      const today = clock.today()
      const [found, total] = await read(async (transaction) => [
        // One more than asked for tells whether there is a next page.
        await listHiddenDangers(transaction, filter, { order, start, limit: limit + 1 }, today),
        await countFitting(transaction, filter, today),
      ])
      const { rows, nextCursor } = pageOf(found, limit, order)
      const items = rows.map(({ item }) => item)
      return { items, nextCursor, total, asOf: clock.asOf(), source: clock.source }
    },
    countHiddenDangers: async ({ query, read }) => ({
      ...(await read((transaction) => countWaiting(transaction, query, clock.today()))),
      asOf: clock.asOf(),
      source: clock.source,
    }),
    proposeSeverity: ({ query: { q, limit } }) =>
      Promise.resolve({
        suspectedMajor: wordsSuggestMajor(q),
        matches: matchClauses(q)
          .slice(0, limit)
          .map(({ clause }) => ({
            clauseNumber: clause.number,
            text: clause.text,
            category: clause.category,
            suspectedMajor: clause.suggests === 'majorHiddenDanger',
            basis: basisOf(clause, clock.today()),
          })),
      }),
    getHiddenDanger: ({ params, read }) =>
      read((transaction) => readHiddenDanger(transaction, clock, params.code)),
    registerHiddenDanger: ({ body, actor, write }) =>
      write(async (transaction) => {
        const { parkCode, enterpriseCode = null, source, department, foundOn, ...rest } = body
        const { suspectedMajor, ...finding } = rest
        const code = await registerFinding(
          { transaction, actor, clock },
          { ...finding, outcome: suspectedMajor ? 'suspectedMajor' : 'deadlineSet' },
          { parkCode, enterpriseCode, checkId: null, source, department, foundOn },
        )
        return readHiddenDanger(transaction, clock, code)
      }),
    actOnHiddenDanger: ({ params, body, version, actor, write }) =>
      write(async (transaction) => {
        await actOnHiddenDanger({ transaction, actor, clock }, params.code, version, body)
        return readHiddenDanger(transaction, clock, params.code)
      }),
  }
}

async function readHiddenDanger(
  transaction: Queryable,
  clock: Clock,
  code: string,
): Promise<HiddenDangerDetail> {
  const found = await findHiddenDanger(transaction, code, clock.today())
  if (!found) throw notFound('hidden danger', code)
  const { id, ...record } = found
  return {
    ...record,
    events: await listEvents(transaction, id),
    photos: await listPhotos(transaction, id),
    actions: offeredActions(record),
    asOf: clock.asOf(),
  }
}
