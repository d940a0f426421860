import { DISTRICT_CODE } from '../../domain/areas.ts'
import type { Enterprise } from '../../domain/enterprises.ts'
import type { TrainingKind } from '../../domain/trainings.ts'
import { groupBy } from '../groupBy.ts'
import { createRandom, DEMO_SEED, type Random } from '../random.ts'
import { STREET_TABLE } from '../streetTable.ts'
import type { DemoDistrict } from '../types.ts'
import { latestDay } from './yearDays.ts'

export type DemoTraining = {
  code: string
  areaCode: string
  kind: TrainingKind
  title: string
  heldOn: string
  place: string
  organiser: string
  otherEnterprises: number
  otherPersons: number
  attendances: { enterpriseCode: string; persons: number }[]
}

/** Share of the enterprises of each street that were trained this year: 76 % of the district. */
const COVERAGE: Readonly<Record<string, number>> = {
  平湖: 0.72,
  坪地: 0.68,
  南湾: 0.75,
  坂田: 0.85,
  布吉: 0.81,
  龙城: 0.84,
  龙岗: 0.78,
  横岗: 0.66,
  吉华: 0.75,
  宝龙: 0.88,
  园山: 0.72,
}
/** What every street holds, and when in the year. */
const SESSIONS = [
  { kind: 'mobilisation', part: 0.07, title: '园区安全整治部署动员会' },
  { kind: 'responsibility', part: 0.2, title: '企业主体责任培训(第一期)' },
  { kind: 'safetyMonth', part: 0.48, title: '安全生产月园区宣讲' },
  { kind: 'special', part: 0.62, title: '有限空间和零星作业专题培训' },
  { kind: 'responsibility', part: 0.78, title: '企业主体责任培训(第二期)' },
  { kind: 'special', part: 0.93, title: '冬春火灾防控专题培训' },
] as const satisfies readonly { kind: TrainingKind; part: number; title: string }[]
const DISTRICT_SESSIONS = 10
/** 家次 of a session from outside the parks: with those inside some 8,400 of 10,000. */
const OTHER_ENTERPRISES = { least: 560, most: 720 } as const
export const DEMO_TRAINING_TARGET = 10_000

/** A year of trainings: those of every street, and 万家企业培训 of the district. */
export function createTrainings({
  asOfDay,
  enterprises,
}: Pick<DemoDistrict, 'asOfDay' | 'enterprises'>): DemoTraining[] {
  const random = createRandom(DEMO_SEED, 'trainings')
  const byStreet = groupBy(enterprises, ({ areaCode }) => areaCode.slice(0, 9))
  const trained = [...byStreet].map(([street, own]) => ({
    street,
    name: streetName(street),
    enterprises: trainedOf(own, COVERAGE[streetName(street)] ?? 0, random),
  }))
  const streets = trained.flatMap(({ street, name, enterprises: own }) =>
    SESSIONS.map(({ kind, part, title }, index) => ({
      areaCode: street,
      kind,
      title: `${name}${title}`,
      heldOn: latestDay(asOfDay, part + random.between(0, 0.04)),
      place: `${name}街道会议中心(演示)`,
      organiser: `${name}街道应急管理办(演示)`,
      otherEnterprises: 0,
      otherPersons: 0,
      // Whoever was trained came to one of the sessions at least.
      attendances: own
        .filter((_, place) => place % SESSIONS.length === index || random.next() < 0.18)
        .map((enterprise) => attendance(enterprise, random)),
    })),
  )
  const all = trained.flatMap(({ enterprises: own }) => own)
  const district = Array.from({ length: DISTRICT_SESSIONS }, (_, index) =>
    districtSession(asOfDay, index, all, random),
  )
  return [...streets, ...district]
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
    .map((training, index) => ({
      code: `DEMO-PX-${String(index + 1).padStart(5, '0')}`,
      ...training,
    }))
}

const streetName = (code: string): string =>
  STREET_TABLE[code as keyof typeof STREET_TABLE]?.name ?? ''

/** Enterprises of high risk come first, then chance decides. */
function trainedOf(own: readonly Enterprise[], share: number, random: Random): Enterprise[] {
  const inOrder = random
    .shuffled(own)
    .sort((a, b) => Number(b.highRiskClass !== null) - Number(a.highRiskClass !== null))
  return inOrder.slice(0, Math.round(own.length * share))
}

const attendance = ({ code, headcount }: Enterprise, random: Random) => ({
  enterpriseCode: code,
  persons: 1 + random.integer(headcount > 100 ? 4 : 2),
})

function districtSession(
  asOfDay: string,
  index: number,
  trained: readonly Enterprise[],
  random: Random,
) {
  const { least, most } = OTHER_ENTERPRISES
  const otherEnterprises = Math.round(random.between(least, most))
  return {
    areaCode: DISTRICT_CODE,
    kind: 'tenThousand' as const,
    title: `万家企业培训(第${index + 1}期)`,
    heldOn: latestDay(asOfDay, (index + 0.6) / DISTRICT_SESSIONS),
    place: '区文化中心报告厅(演示)',
    organiser: '区安委办(演示)',
    otherEnterprises,
    otherPersons: Math.round(otherEnterprises * 1.4),
    attendances: trained
      .filter(() => random.next() < 0.08)
      .map((enterprise) => attendance(enterprise, random)),
  }
}
