import type { Position } from '../../domain/areas.ts'
import { addDays, weekdayOf } from '../../domain/clock.ts'
import type { Enterprise } from '../../domain/enterprises.ts'
import { WORK_PERMIT_KIND_ORDER, type WorkPermitKind } from '../../domain/workPermits.ts'
import { createRandom, DEMO_SEED, type Random } from '../random.ts'
import type { DemoDistrict, DemoPark } from '../types.ts'
import { withoutArticlePark } from './yearDays.ts'

export type DemoWorkPermit = {
  code: string
  parkCode: string
  enterpriseCode: string
  kind: WorkPermitKind
  place: string
  content: string
  longitude: number
  latitude: number
  startsAt: string
  endsAt: string
  contractor: string | null
  workers: number
  approver: string
  guardian: string
  tester: string | null
  cancelReason: string | null
}

/** What each kind is reported for; hours by the clock from the first to the last, and its share. */
const WORK = {
  hotWork: {
    share: 34,
    hours: [2, 4, 6, 8],
    work: [
      ['维修区', '管道支架焊接'],
      ['除尘器平台', '风管切割更换'],
      ['厂房二层', '防火门安装焊接'],
    ],
  },
  confinedSpace: {
    share: 10,
    hours: [3, 4, 6],
    work: [
      ['污水站', '污水池清淤'],
      ['消防水池', '水池清洗'],
      ['电镀车间', '酸槽检修'],
    ],
  },
  workAtHeight: {
    share: 26,
    hours: [8, 10, 56, 104],
    work: [
      ['厂房屋面', '屋面防水维修'],
      ['外墙', '外墙广告拆除'],
      ['仓库', '高位货架安装'],
    ],
  },
  lifting: {
    share: 12,
    hours: [4, 6, 8],
    work: [
      ['模具车间', '注塑机吊装'],
      ['装卸平台', '空压机更换吊装'],
    ],
  },
  oddJob: {
    share: 18,
    hours: [3, 6, 9],
    work: [
      ['配电房', '电缆桥架整改'],
      ['宿舍楼', '水管维修'],
      ['园区道路', '井盖更换'],
    ],
  },
} as const satisfies Record<
  WorkPermitKind,
  { share: number; hours: readonly number[]; work: readonly (readonly [string, string])[] }
>

const DAYS_BEFORE = 14
const DAYS_AFTER = 10
const PER_WORKING_DAY = 22
const PER_WEEKEND_DAY = 5
const CANCELLED_EVERY = 31
/** One degree of latitude in metres; of longitude at 22.7° N. */
const METRES = { latitude: 110_750, longitude: 102_750 } as const

/** Two weeks of reported work behind a day, what goes on in its morning, and what is to come. */
export function createWorkPermits({
  asOfDay,
  parks,
  enterprises,
}: Pick<DemoDistrict, 'asOfDay' | 'parks' | 'enterprises'>): DemoWorkPermit[] {
  const random = createRandom(DEMO_SEED, 'work permits')
  const parties = withoutArticlePark(enterprises, parks)
  const byCode = new Map(parks.map((park) => [park.code, park]))
  const permits: DemoWorkPermit[] = []
  for (let offset = -DAYS_BEFORE; offset <= DAYS_AFTER; offset++) {
    const day = addDays(asOfDay, offset)
    const isWeekend = [0, 6].includes(weekdayOf(day))
    const count = isWeekend ? PER_WEEKEND_DAY : PER_WORKING_DAY
    for (let index = 0; index < count; index++) {
      const enterprise = random.pick(parties)
      const park = byCode.get(enterprise.parkCode)!
      permits.push(permitOf(permits.length + 1, { enterprise, park, day, random }))
    }
  }
  return permits
}

type Draft = { enterprise: Enterprise; park: DemoPark; day: string; random: Random }

function permitOf(number: number, { enterprise, park, day, random }: Draft): DemoWorkPermit {
  const kind =
    WORK_PERMIT_KIND_ORDER[random.weighted(WORK_PERMIT_KIND_ORDER.map((each) => WORK[each].share))]!
  const { hours, work } = WORK[kind]
  const [place, content] = random.pick<readonly [string, string]>(work)
  const [longitude, latitude] = positionIn(park, random)
  const startsAt = Date.parse(`${day}T00:00:00+08:00`) + (16 + random.integer(12)) * 1_800_000
  const endsAt = startsAt + random.pick<number>(hours) * 3_600_000
  const person = (role: string) =>
    `演示${role}${String.fromCharCode(65 + random.integer(8))}${String(1 + random.integer(30)).padStart(2, '0')}`
  return {
    code: `DEMO-ZY-${String(number).padStart(5, '0')}`,
    parkCode: park.code,
    enterpriseCode: enterprise.code,
    kind,
    place,
    content,
    longitude,
    latitude,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
    contractor: kind === 'oddJob' ? '零星工程队(演示)' : random.pick([null, '设备安装单位(演示)']),
    workers: 2 + random.integer(5),
    approver: person('审批人'),
    guardian: person('监护人'),
    tester: kind === 'confinedSpace' ? person('检测人') : null,
    cancelReason: number % CANCELLED_EVERY === 0 ? '天气原因改期(演示)' : null,
  }
}

/** Some 25 m round the label point, where that lies within the park. */
function positionIn({ labelPoint, geometry }: DemoPark, random: Random): Position {
  const angle = random.between(0, 2 * Math.PI)
  const metres = random.between(4, 25)
  const moved: Position = [
    round(labelPoint[0] + (metres * Math.cos(angle)) / METRES.longitude),
    round(labelPoint[1] + (metres * Math.sin(angle)) / METRES.latitude),
  ]
  return contains(geometry.coordinates[0] ?? [], moved) ? moved : labelPoint
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function contains(ring: readonly (readonly number[])[], [x, y]: Position): boolean {
  let inside = false
  for (let index = 0, last = ring.length - 1; index < ring.length; last = index++) {
    const [ax = 0, ay = 0] = ring[index] ?? []
    const [bx = 0, by = 0] = ring[last] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
