import { isDueIn, monthNumber } from '#data/domain/checkPlan'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { refused } from '../../http/problems.ts'
import { decodeCursor, encodeCursor } from '../riskPoints/cursor.ts'
import {
  countCheckPlan,
  insertCheckPlan,
  listCheckPlan,
  listPlanCandidates,
} from './checkPlan.queries.ts'

type Keys = 'listCheckPlan' | 'makeCheckPlan'

/** Grades change, so nobody plans further ahead than a year. */
const MOST_MONTHS_AHEAD = 12
const FIRST_PAGE = 100

export function checkPlanHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    listCheckPlan: async ({ query, read }) => {
      const { month = clock.today().slice(0, 7), area = null, park = null, done, limit } = query
      const filter = { month, area, park, done }
      // By area and park is no order by id: a page begins at a number of items.
      const offset = query.cursor === undefined ? 0 : decodeCursor(query.cursor)
      const [found, counts] = await read(async (transaction) => [
        await listCheckPlan(transaction, filter, { offset, limit: limit + 1 }),
        await countCheckPlan(transaction, filter),
      ])
      return {
        items: found.slice(0, limit),
        nextCursor: found.length > limit ? encodeCursor(offset + limit) : null,
        ...counts,
        asOf: clock.asOf(),
        source: clock.source,
      }
    },
    makeCheckPlan: ({ body: { month, area }, actor, write }) =>
      write(async (transaction) => {
        requirePlannable(month, clock.today())
        const candidates = await listPlanCandidates(transaction, month, area)
        const due = candidates.filter((candidate) => isDueIn(month, candidate))
        await insertCheckPlan(transaction, month, due, { by: actor.name, at: clock.now() })
        const filter = { month, area, park: null, done: undefined }
        const counts = await countCheckPlan(transaction, filter)
        return {
          items: await listCheckPlan(transaction, filter, { offset: 0, limit: FIRST_PAGE }),
          nextCursor: counts.planned > FIRST_PAGE ? encodeCursor(FIRST_PAGE) : null,
          ...counts,
          asOf: clock.asOf(),
          source: clock.source,
        }
      }),
  }
}

/** @throws HttpProblem 422 for a month that has passed, or one too far ahead */
function requirePlannable(month: string, today: string): void {
  const ahead = monthNumber(month) - monthNumber(today)
  if (ahead < 0) {
    throw refused('month', {
      'zh-CN': `${month} 已过,不能补做计划:事后的计划不能作为完成率的分母。请选择本月或以后。`,
      en: `${month} has passed: a plan made afterwards is no denominator. Choose this month or a later one.`,
    })
  }
  if (ahead > MOST_MONTHS_AHEAD) {
    throw refused('month', {
      'zh-CN': `${month} 太远:园区等级会变,最多提前 ${MOST_MONTHS_AHEAD} 个月做计划。`,
      en: `${month} is too far ahead: grades change, so plan at most ${MOST_MONTHS_AHEAD} months ahead.`,
    })
  }
}
