import { addDays } from '../../domain/clock.ts'
import type { Enterprise } from '../../domain/enterprises.ts'
import { createRandom, DEMO_SEED, type Random } from '../random.ts'
import type { DemoDistrict } from '../types.ts'
import { caseOf } from './createCases.ts'
import {
  firstEvent,
  NOTHING,
  officerOf,
  type DemoEnforcement,
  type TransferredDanger,
} from './enforcementRecord.ts'
import { nextWorkingDay, withoutArticlePark, workingDay } from './yearDays.ts'

/** What a year sees; the shares of the kinds are invented, as everything here. */
const INSPECTIONS = 1240
const CASES = 82
/** Cases of the last working days, which nobody began to investigate yet. */
const NEWEST_CASES = 3
const ON_THE_SPOT_FINES = 46
const DAYS = 364

/** A year of enforcement behind a day, and a case for each hidden danger that was handed over. */
export function createEnforcement(
  { asOfDay, enterprises, parks }: Pick<DemoDistrict, 'asOfDay' | 'enterprises' | 'parks'>,
  transferred: readonly TransferredDanger[],
): DemoEnforcement[] {
  const random = createRandom(DEMO_SEED, 'enforcement')
  const parties = withoutArticlePark(enterprises, parks)
  const weights = parties.map(({ highRiskClass }) => (highRiskClass ? 6 : 1))
  const pick = () => parties[random.weighted(weights)]!
  const pastDay = () => workingDay(addDays(asOfDay, -1 - random.integer(DAYS)))
  const codes = counter('DEMO-ZF-')
  const records: DemoEnforcement[] = []
  for (let index = 0; index < INSPECTIONS; index++) {
    records.push(inspection(codes(), pick(), pastDay(), random))
  }
  for (let index = 0; index < ON_THE_SPOT_FINES; index++) {
    const yuan = 500 + 500 * random.integer(6)
    records.push(onTheSpotFine(codes(), pick(), pastDay(), yuan, random))
  }
  const causes = [
    ...transferred.map((danger) => ({
      ...danger,
      openedOn: nextWorkingDay(addDays(danger.transferredOn, 1)),
    })),
    ...Array.from({ length: Math.max(0, CASES - transferred.length) }, (_, index) => {
      const { code, parkCode } = pick()
      return {
        code: null,
        parkCode,
        enterpriseCode: code,
        description: null,
        openedOn: index < NEWEST_CASES ? workingDay(addDays(asOfDay, -1 - index)) : pastDay(),
      }
    }),
  ]
  causes.forEach((cause, index) => records.push(...caseOf(codes, cause, index, asOfDay, random)))
  return records
}

function counter(prefix: string): () => string {
  let number = 0
  return () => `${prefix}${String(++number).padStart(5, '0')}`
}

function inspection(
  code: string,
  { parkCode, code: enterpriseCode }: Enterprise,
  day: string,
  random: Random,
): DemoEnforcement {
  return {
    ...NOTHING,
    code,
    parkCode,
    enterpriseCode,
    kind: 'inspection',
    state: 'recorded',
    subject: random.pick(['双随机执法检查', '专项执法检查', '节假日前执法检查', '隐患复核检查']),
    basis: null,
    officer: officerOf(random),
    openedOn: day,
    decidedOn: day,
    closedOn: day,
    events: [firstEvent('inspection', day)],
  }
}

function onTheSpotFine(
  code: string,
  { parkCode, code: enterpriseCode }: Enterprise,
  day: string,
  fineYuan: number,
  random: Random,
): DemoEnforcement {
  return {
    ...NOTHING,
    code,
    parkCode,
    enterpriseCode,
    kind: 'fine',
    state: 'recorded',
    subject: random.pick(['疏散通道堆放杂物', '灭火器失效未更换', '未设置安全警示标志']),
    // The most that may be imposed on the spot on an organisation is 3,000 yuan.
    basis: '行政处罚法第51条(当场处罚)',
    officer: officerOf(random),
    openedOn: day,
    decidedOn: day,
    closedOn: day,
    fineYuan,
    events: [firstEvent('fine', day)],
  }
}
