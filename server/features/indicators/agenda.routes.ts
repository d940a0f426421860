import type { AgendaAnswer } from '#data/contract/indicatorResponses'
import {
  AGENDA,
  AGENDA_ORDER,
  AGENDA_ROWS,
  proposalOf,
  LOW_ON_TIME_MONTHS,
  LOW_ON_TIME_RATE,
  type AgendaFacts,
  type AgendaKey,
} from '#data/domain/agenda'
import { BEHIND_POINTS } from '#data/domain/campaignTargets'
import type { DecidedEntity } from '#data/domain/decisions'
import { correctedValue } from '#data/domain/correctedValue'
import { toTenth } from '#data/domain/indicators'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import type { FiguresReader } from '../summary/figures.ts'
import { childrenOf } from '../summary/summary.routes.ts'
import {
  countProposedGrades,
  countUnsupervisedOverdue,
  findMatter,
  type Matter,
  type MatterKey,
} from './agenda.queries.ts'
import { endOfMonthBefore, type IndicatorSet } from './computeIndicators.ts'
import { readFrozen, type FrozenLookup } from './frozenNumbers.ts'
import type { IndicatorReader } from './indicatorReader.ts'
import { readPeriod } from './readPeriod.ts'

type Row = AgendaAnswer['rows'][number]
type Child = { code: string; name: string; kind: string }

/** What a single matter of a kind is, for the decision on it. */
const ENTITIES = {
  overdueMajor: 'hiddenDanger',
  supervisionOverdue: 'hiddenDanger',
  supervisionDue: 'hiddenDanger',
  nobodyResponsible: 'hiddenDanger',
  downgrades: 'riskPoint',
  parkGrades: 'park',
} as const satisfies Record<MatterKey, DecidedEntity>
const MATTER_KEYS = Object.keys(ENTITIES) as MatterKey[]

export function agendaHandlers(
  { clock }: Services,
  readFigures: FiguresReader,
  reader: IndicatorReader,
): Pick<Handlers, 'getAgenda'> {
  return {
    getAgenda: async (request) => {
      const { area: code } = request.query
      const figures = await readFigures(request)
      const area = figures.areas.get(code)
      if (!area) throw notFound('area', code)
      const today = clock.today()
      const { instant, moment } = readPeriod('now', clock)
      const ends = [endOfMonthBefore(today), endOfMonthBefore(endOfMonthBefore(today).day)]
      const [present, ...past] = [
        await reader.at(request, moment, instant),
        ...(await Promise.all(ends.map((end) => reader.at(request, end.day, end)))),
      ]
      const children = childrenOf(area, figures).filter(({ kind }) => kind !== 'park')
      const places = children.map((child) => child.code)
      const papers = await request.read(async (transaction) => {
        const found: FrozenLookup[] = []
        for (const { day } of ends) {
          found.push((await readFrozen(transaction, day.slice(0, 7), places)).lookUp)
        }
        return found
      })
      const matters = await request.read(async (transaction) => {
        const rows: Row[] = []
        for (const key of MATTER_KEYS) {
          const matter = await findMatter(transaction, key, { area: code, today })
          if (!matter) continue
          const more =
            key === 'parkGrades'
              ? { grades: await countProposedGrades(transaction, code) }
              : key === 'overdueMajor'
                ? {
                    unsupervised: await countUnsupervisedOverdue(transaction, {
                      area: code,
                      today,
                    }),
                  }
                : {}
          rows.push(rowOfMatter(key, { ...matter, ...more }, code))
        }
        return rows
      })
      const lagging = children.flatMap((child) => [
        ...lowOnTimeRate(child, past, papers),
        ...campaignBehind(child, present),
      ])
      return {
        area: { code, name: area.name, level: area.level },
        rows: inOrder([...matters, ...lagging]),
        asOf: clock.asOf(),
      }
    },
  }
}

/** The rows of the registry first, then substitutes, until there are five. */
function inOrder(rows: readonly Row[]): Row[] {
  return rows
    .toSorted((a, b) => AGENDA_ORDER.indexOf(a.key) - AGENDA_ORDER.indexOf(b.key))
    .slice(0, AGENDA_ROWS)
}

function rowOf(
  key: AgendaKey,
  facts: AgendaFacts,
  rest: Pick<Row, 'item' | 'areaCode' | 'parkCode'>,
) {
  const { sentence } = AGENDA[key]
  return { key, n: facts.n, sentence: sentence(facts), proposal: proposalOf(key, facts), ...rest }
}

function rowOfMatter(
  key: MatterKey,
  matter: Matter & Pick<AgendaFacts, 'grades' | 'unsupervised'>,
  area: string,
): Row {
  const { n, days, parkName, street, areaCode, parkCode, code, ...more } = matter
  const facts = { n, ...more, place: `${street}${parkName}`, ...(days !== null && { days }) }
  // A decision on one matter is about it; on several it is about the area.
  const item = n === 1 ? { entity: ENTITIES[key], code } : { entity: 'area' as const, code: area }
  return rowOf(key, facts, { item, areaCode, parkCode })
}

const ofChild = ({ code }: Child) => ({
  item: { entity: 'area' as const, code },
  areaCode: code,
  parkCode: null,
})

function lowOnTimeRate(
  child: Child,
  past: readonly (IndicatorSet | undefined)[],
  papers: readonly FrozenLookup[],
): Row[] {
  const months = past.slice(0, LOW_ON_TIME_MONTHS).map((set, index) => {
    const counted = set?.(child.code, 'onTimeRate')
    // The paper of a frozen month says the same here as on its page.
    const frozen = papers[index]?.(child.code, 'onTimeRate')
    return counted && frozen ? { ...counted, value: correctedValue(frozen) } : counted
  })
  const isLow = months.every(
    (month) =>
      month !== undefined &&
      month.value !== null &&
      !month.fewSamples &&
      month.value < LOW_ON_TIME_RATE,
  )
  if (!isLow) return []
  return [rowOf('lowOnTimeRate', { n: LOW_ON_TIME_MONTHS, place: child.name }, ofChild(child))]
}

function campaignBehind(child: Child, present: IndicatorSet | undefined): Row[] {
  const gap = present?.(child.code, 'campaignRate').parts.find(({ key }) => key === 'scheduleGap')
  if (!gap || gap.value === null || gap.value >= -BEHIND_POINTS) return []
  return [rowOf('campaignBehind', { n: toTenth(-gap.value), place: child.name }, ofChild(child))]
}
