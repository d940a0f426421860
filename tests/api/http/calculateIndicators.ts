import { civilDayOf, dayNumber } from '#data/domain/clock'
import { timeProgress } from '#data/domain/campaignTargets'
import type { IndicatorKey } from '#data/domain/indicators'
import type { Db } from '../../../server/db/Db.ts'

type Text = string
type Placed = { area_code: Text }
type Version = Placed & {
  code: Text
  version: number
  level: number
  from: Date
  retired_at: Text | null
  assessed_on: Text
  review_due: Text | null
  change_kind: Text
}

const TABLES = {
  versions: `SELECT code, area_code, version, level, valid_from AS from, retired_at::text,
      assessed_on::text, review_due::text, change_kind FROM risk_points
    UNION ALL
    SELECT code, area_code, version, (record->>'level')::integer, valid_from, record->>'retired_at',
      record->>'assessed_on', record->>'review_due', record->>'change_kind'
    FROM record_versions WHERE entity = 'riskPoint'`,
  plan: 'SELECT area_code, park_code, enterprise_code, month FROM check_plan_items',
  checks: `SELECT area_code, park_code, enterprise_code, kind, checked_at FROM checks
    WHERE withdrawn_at IS NULL`,
  reviews: `SELECT danger.area_code, danger.id, danger.state, event.action, event.at, event.sequence
    FROM hidden_danger_events AS event JOIN hidden_dangers AS danger ON danger.id = hidden_danger_id
    WHERE action IN ('passReview', 'failReview')`,
  found: `SELECT area_code, id, merged_into, source, state, registered_at FROM hidden_dangers
    WHERE source = 'spotCheck' OR merged_into IS NOT NULL
      OR id IN (SELECT merged_into FROM hidden_dangers)`,
  targets: `SELECT event.area_code, target_id, sequence, to_state, happened_on, starts_on, ends_on
    FROM campaign_target_events AS event JOIN campaign_targets AS target ON target.id = target_id
    JOIN campaigns ON campaigns.code = campaign_code`,
  drills: 'SELECT area_code, tested_at, arrival_seconds FROM station_drills',
  parks: 'SELECT area_code, code FROM parks',
  stations: `SELECT park_code FROM facilities WHERE kind = 'microFireStation'`,
  enterprises: 'SELECT area_code, code FROM enterprises WHERE retired_at IS NULL',
  attended: `SELECT attendance.area_code, enterprise_code, attendance.held_on, kind
    FROM training_attendances AS attendance JOIN trainings ON trainings.id = training_id
    WHERE withdrawn_at IS NULL`,
  trainings: `SELECT area_code, held_on, other_enterprises AS others FROM trainings
    WHERE withdrawn_at IS NULL AND kind = 'tenThousand'`,
  enforced: `SELECT area_code, park_code, enterprise_code, kind, opened_on, fine_yuan
    FROM enforcement_records WHERE withdrawn_at IS NULL`,
  accidents: `SELECT area_code, occurred_on, deaths FROM accidents
    WHERE kind = 'accident' AND withdrawn_at IS NULL`,
} as const

type Rows = {
  versions: Version[]
  plan: (Placed & { park_code: Text; enterprise_code: Text; month: Text })[]
  checks: (Placed & { park_code: Text; enterprise_code: Text; kind: Text; checked_at: Date })[]
  reviews: (Placed & { id: number; state: Text; action: Text; at: Date; sequence: number })[]
  found: (Placed & {
    id: number
    merged_into: number | null
    source: Text
    state: Text
    registered_at: Date
  })[]
  targets: (Placed & {
    target_id: number
    sequence: number
    to_state: Text
    happened_on: Text
    starts_on: Text
    ends_on: Text
  })[]
  drills: (Placed & { tested_at: Date; arrival_seconds: number })[]
  parks: (Placed & { code: Text })[]
  stations: { park_code: Text }[]
  enterprises: (Placed & { code: Text })[]
  attended: (Placed & { enterprise_code: Text; held_on: Text; kind: Text })[]
  trainings: (Placed & { held_on: Text; others: number })[]
  enforced: (Placed & {
    park_code: Text
    enterprise_code: Text | null
    kind: Text
    opened_on: Text
    fine_yuan: number | null
  })[]
  accidents: (Placed & { occurred_on: Text; deaths: number })[]
}

/** The rows as they lie in the tables. */
export async function readRows(db: Db): Promise<Rows> {
  const found: Record<string, unknown> = {}
  for (const [name, sql] of Object.entries(TABLES)) found[name] = await db.query(sql)
  return found as Rows
}

const tenth = (value: number) => Math.round(value * 10) / 10
const share = (of: readonly boolean[]) =>
  of.length === 0 ? null : tenth((100 * of.filter(Boolean).length) / of.length)

function groupedBy<T>(rows: readonly T[], key: (row: T) => unknown): T[][] {
  const groups = new Map<unknown, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return [...groups.values()]
}

export type Calculated = Partial<Record<IndicatorKey, number | null>> & {
  parts: Partial<Record<string, number | null>>
}

/** What other registers than that of hidden dangers tell of an area at an instant, row by row. */
export function calculateIndicators(rows: Rows, area: string, at: Date): Calculated {
  const day = civilDayOf(at)
  const year = day.slice(0, 4)
  const quarter = `${year}-${String(3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1).padStart(2, '0')}-01`
  const here = <T extends Placed>(all: readonly T[]) =>
    all.filter(({ area_code }) => area_code.startsWith(area))
  const isThisYear = (date: string) => date.startsWith(year) && date <= day

  const points = groupedBy(here(rows.versions), ({ code }) => code).map((versions) =>
    versions.sort((a, b) => a.version - b.version),
  )
  const standing = (versions: readonly Version[], instant: Date) => {
    const last = versions.filter(({ from }) => from <= instant).at(-1)
    const isGone = last?.retired_at ? new Date(last.retired_at) <= instant : false
    return last && !isGone && last.level <= 2 ? last : undefined
  }
  const monthBegan = new Date(`${day.slice(0, 7)}-01T00:00:00+08:00`)
  const larger = points.filter((versions) => standing(versions, at)).length

  const targets = groupedBy(
    here(rows.targets).filter((event) => event.happened_on <= day && event.starts_on <= day),
    ({ target_id }) => target_id,
  )
    .map((events) => events.reduce((a, b) => (a.sequence > b.sequence ? a : b)))
    .filter(({ to_state }) => to_state !== 'notApplicable')
  const elapsed = targets.map(({ starts_on: startsOn, ends_on: endsOn }) =>
    timeProgress({ startsOn, endsOn }, day),
  )
  const accepted = targets.filter(({ to_state }) => to_state === 'accepted').length
  const enterprises = here(rows.enterprises)
  const trained = new Set(
    rows.attended.filter(({ held_on }) => isThisYear(held_on)).map((each) => each.enterprise_code),
  )
  const enforced = here(rows.enforced).filter(({ opened_on }) => isThisYear(opened_on))
  const ofKind = (kind: string) => enforced.filter((each) => each.kind === kind)
  const accidents = rows.accidents.filter(({ occurred_on }) => isThisYear(occurred_on))
  const equipped = new Set(rows.stations.map(({ park_code }) => park_code))
  return {
    accidents: area.length === 6 ? accidents.length : null,
    accidentDeaths:
      area.length === 6 ? accidents.reduce((sum, each) => sum + each.deaths, 0) : null,
    largerRiskPoints: larger,
    reviewRate: share(points.flatMap((each) => reviewsOf(each, standing(each, at), quarter, at))),
    checkPlanRate: share(plannedOf(rows, here(rows.plan), at)),
    firstReviewRate: share(
      groupedBy(here(rows.reviews), ({ id }) => id)
        .map((events) => events.reduce((a, b) => (a.sequence < b.sequence ? a : b)))
        .filter(
          (first) =>
            first.at <= at &&
            dayNumber(civilDayOf(first.at)) > dayNumber(day) - 90 &&
            !['merged', 'dismissed'].includes(first.state),
        )
        .map(({ action }) => action === 'passReview'),
    ),
    missedRate: share(missedOf(here(rows.found), quarter, at)),
    campaignRate: targets.length === 0 ? null : tenth((100 * accepted) / targets.length),
    stationArrivalRate: share(
      here(rows.drills)
        .filter(({ tested_at }) => tested_at <= at && civilDayOf(tested_at) >= quarter)
        .map(({ arrival_seconds }) => arrival_seconds <= 180),
    ),
    trainingRate: share(enterprises.map(({ code }) => trained.has(code))),
    inspections: ofKind('inspection').length,
    cases: ofKind('case').length,
    suspensions: new Set(ofKind('suspension').map((each) => each.enterprise_code ?? each.park_code))
      .size,
    fines: tenth(ofKind('fine').reduce((sum, each) => sum + (each.fine_yuan ?? 0), 0) / 10_000),
    parts: {
      // Whatever came in the month less whatever went is what the month changed.
      change: larger - points.filter((versions) => standing(versions, monthBegan)).length,
      scheduleGap:
        targets.length === 0
          ? null
          : tenth(
              (100 * (accepted - elapsed.reduce((sum, each) => sum + each, 0))) / targets.length,
            ),
      equippedRate: share(here(rows.parks).map(({ code }) => equipped.has(code))),
      attendances:
        here(rows.attended).filter(
          (each) => each.kind === 'tenThousand' && isThisYear(each.held_on),
        ).length +
        here(rows.trainings)
          .filter(({ held_on }) => isThisYear(held_on))
          .reduce((sum, { others }) => sum + others, 0),
    },
  }
}

/** Reviews of a point that the quarter saw, and one that fell due in it and was not done. */
function reviewsOf(
  versions: readonly Version[],
  standing: Version | undefined,
  quarter: string,
  at: Date,
): boolean[] {
  const day = civilDayOf(at)
  const assessments = groupedBy(
    versions.filter((each) => each.level <= 2 && each.from <= at && each.assessed_on <= day),
    ({ assessed_on }) => assessed_on,
  )
    .map((group) => group.at(-1)!)
    .sort((a, b) => (a.assessed_on < b.assessed_on ? -1 : 1))
  const done = assessments.flatMap((each, index) => {
    const before = assessments[index - 1]
    if (each.assessed_on < quarter || (!before && each.change_kind === 'create')) return []
    return [!before?.review_due || each.assessed_on <= before.review_due]
  })
  const due = standing?.review_due
  return due && due >= quarter && due < day ? [...done, false] : done
}

function plannedOf(rows: Rows, plan: Rows['plan'], at: Date): boolean[] {
  const month = civilDayOf(at).slice(0, 7)
  const visited = new Set(
    rows.checks
      .filter(
        ({ kind, checked_at }) =>
          (kind === 'routine' || kind === 'campaign') &&
          checked_at <= at &&
          civilDayOf(checked_at).startsWith(month),
      )
      .map(({ park_code, enterprise_code }) => `${park_code} ${enterprise_code}`),
  )
  return plan
    .filter((item) => item.month === `${month}-01`)
    .map(({ park_code, enterprise_code }) => visited.has(`${park_code} ${enterprise_code}`))
}

/** Of each hidden danger that a spot check found: whether the area had not registered it before. */
function missedOf(found: Rows['found'], quarter: string, at: Date): boolean[] {
  const byId = new Map(found.map((each) => [each.id, each]))
  const rootOf = (each: Rows['found'][number]): number =>
    each.merged_into === null ? each.id : rootOf(byId.get(each.merged_into)!)
  return groupedBy(found, rootOf).flatMap((family) => {
    const [first] = family
      .filter(
        ({ source, state, registered_at }) =>
          source === 'spotCheck' &&
          state !== 'dismissed' &&
          registered_at <= at &&
          civilDayOf(registered_at) >= quarter,
      )
      .sort((a, b) => Number(a.registered_at) - Number(b.registered_at))
    if (!first) return []
    return [
      !family.some(
        ({ source, registered_at }) =>
          source !== 'spotCheck' && registered_at < first.registered_at,
      ),
    ]
  })
}
