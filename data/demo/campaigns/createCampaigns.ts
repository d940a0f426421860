import {
  CAMPAIGN_KIND_ORDER,
  CAMPAIGN_KINDS,
  checklistOf,
  type CampaignKind,
  type ChecklistResults,
} from '../../domain/campaigns.ts'
import type { TargetState } from '../../domain/campaignTargets.ts'
import { addDays } from '../../domain/clock.ts'
import { groupBy } from '../groupBy.ts'
import { createGradings } from '../parkRecords/createGradings.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict } from '../types.ts'
import { ACCEPTED_SHARES, CAMPAIGN_TABLE, type CampaignRow } from './campaignTable.ts'
import { eventsOf, type DemoTargetEvent } from './targetEvents.ts'

export type DemoTarget = {
  campaignCode: string
  parkCode: string
  enterpriseCode: string | null
  areaCode: string
  state: TargetState
  checkedOn: string | null
  deadline: string | null
  acceptedOn: string | null
  exclusionReason: string | null
  results: ChecklistResults
  events: DemoTargetEvent[]
}
export type DemoCampaign = Omit<CampaignRow, 'begins' | 'ends'> & {
  kind: CampaignKind
  startsOn: string
  endsOn: string
  targets: DemoTarget[]
}

/** Where a target stands, and on which day it was accepted. */
type Placed = {
  parkCode: string
  enterpriseCode: string | null
  areaCode: string
  state: TargetState
  acceptedOn: string | null
}

/** The four campaigns with every target; by street and park, as lists show them. */
export function createCampaigns(district: DemoDistrict): DemoCampaign[] {
  return CAMPAIGN_KIND_ORDER.map((kind) => {
    const { begins, ends, ...row } = CAMPAIGN_TABLE[kind]
    const startsOn = addDays(district.asOfDay, begins)
    const placed =
      kind === 'parkRectification' ? placeParks(district) : placeEnterprises(district, kind)
    const inOrder = placed.sort((a, b) => compare(keyOf(a), keyOf(b)))
    return {
      ...row,
      ...{ kind, startsOn, endsOn: addDays(district.asOfDay, ends) },
      targets: inOrder.map((target) => createTarget(kind, startsOn, district.asOfDay, target)),
    }
  })
}

const keyOf = ({ areaCode, parkCode, enterpriseCode }: Placed) =>
  `${areaCode} ${parkCode} ${enterpriseCode}`
const compare = (a: string, b: string) => (a < b ? -1 : 1)

/** What is not accepted yet, in turn: most is being rectified. */
const UNFINISHED: readonly TargetState[] = [
  'rectifying',
  'pendingAcceptance',
  'rectifying',
  'checked',
  'notStarted',
  'rectifying',
]
/** One of so many targets of a campaign does not have the process any more. */
const NOT_APPLICABLE_EVERY = 60

function placeEnterprises(
  { enterprises, parks, asOfDay }: DemoDistrict,
  kind: Exclude<CampaignKind, 'parkRectification'>,
): Placed[] {
  const { highRiskClass } = CAMPAIGN_KINDS[kind]
  const shares = ACCEPTED_SHARES[kind]
  const gradeOf = new Map(parks.map(({ code, grade }) => [code, grade]))
  const targets = enterprises.filter((enterprise) => enterprise.highRiskClass === highRiskClass)
  const byStreet = groupBy(targets, ({ areaCode }) => areaCode.slice(0, 9))
  return [...byStreet].flatMap(([street, own]) => {
    const random = createRandom(DEMO_SEED, 'campaign', kind, street)
    // Better parks are done first, with some luck.
    const order = new Map(
      own.map(({ code, parkCode }) => [
        code,
        'ABCD'.indexOf(gradeOf.get(parkCode) ?? 'D') + 2 * random.next(),
      ]),
    )
    const ranked = [...own].sort((a, b) => order.get(a.code)! - order.get(b.code)!)
    const accepted = Math.round((own.length * (shares.streets[street] ?? shares.others)) / 100)
    return ranked.map(({ code, parkCode, areaCode }, index): Placed => {
      const isAccepted = index < accepted
      const isLeft =
        index === own.length - 1 && own.length * 2 > NOT_APPLICABLE_EVERY && !isAccepted
      const unfinished = UNFINISHED[(index - accepted) % UNFINISHED.length]!
      const acceptedOn = addDays(asOfDay, -4 - random.integer(85))
      return {
        ...{ parkCode, enterpriseCode: code, areaCode },
        state: isAccepted ? 'accepted' : isLeft ? 'notApplicable' : unfinished,
        acceptedOn: isAccepted ? acceptedOn : null,
      }
    })
  })
}

/** The state of a park follows from its stage, its acceptance from that of the seven aspects. */
function placeParks(district: DemoDistrict): Placed[] {
  const passed = new Map(
    createGradings(district).flatMap(({ parkCode, purpose, outcome, decidedAt }) =>
      purpose === 'acceptance' && outcome === 'passed' && decidedAt
        ? [[parkCode, decidedAt.slice(0, 10)] as const]
        : [],
    ),
  )
  return district.parks.map(({ code, areaCode, stage }) => {
    const random = createRandom(DEMO_SEED, 'campaign', 'parks', code)
    const acceptedOn = passed.get(code) ?? null
    const state: TargetState = acceptedOn
      ? 'accepted'
      : stage === 'acceptance'
        ? 'pendingAcceptance'
        : stage === 'rectification'
          ? random.pick(['rectifying', 'rectifying', 'checked'] as const)
          : 'notStarted'
    return { ...{ parkCode: code, enterpriseCode: null, areaCode, state, acceptedOn } }
  })
}

function createTarget(
  kind: CampaignKind,
  startsOn: string,
  asOfDay: string,
  { state, acceptedOn, ...place }: Placed,
): DemoTarget {
  const random = createRandom(DEMO_SEED, 'target', kind, place.parkCode, `${place.enterpriseCode}`)
  const items = Object.keys(checklistOf(kind))
  const isRectified = state === 'rectifying' || (state !== 'checked' && random.next() < 0.55)
  const failing = isRectified ? random.shuffled(items).slice(0, 1 + random.integer(3)) : []
  const found = Object.fromEntries(
    items.map((item) => [item, failing.includes(item) ? 'fails' : 'conforms'] as const),
  )
  const { events, ...days } = eventsOf({ state, acceptedOn, found, startsOn, asOfDay, random })
  const latest = events.findLast(({ results }) => results !== null)?.results ?? {}
  return {
    campaignCode: CAMPAIGN_TABLE[kind].code,
    ...{ ...place, state, acceptedOn, ...days, results: latest, events },
    exclusionReason: state === 'notApplicable' ? EXCLUSION : null,
  }
}

const EXCLUSION = '生产线已拆除,现场核实不再涉及(演示)'
