import type { AccidentType } from '../../domain/accidentTypes.ts'
import type { AccidentKind } from '../../domain/accidents.ts'
import { DISTRICT_CODE } from '../../domain/areas.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict } from '../types.ts'
import { dayOfYear, latestDay, withoutArticlePark } from './yearDays.ts'

export type DemoAccident = {
  code: string
  kind: AccidentKind
  /** The district's: the demo's register tells totals only. Of a near miss: its community. */
  areaCode: string
  parkCode: string | null
  enterpriseCode: string | null
  occurredOn: string
  accidentType: AccidentType | null
  seriousInjuries: number
  lossYuan: number | null
  place: string | null
  description: string
  measures: string | null
}

/** 本年6起、死亡0人 (CONTENT.md 4.4): when in the year, of which type, seriously injured. */
const THIS_YEAR = [
  { part: 0.09, type: '机械致害', injured: 1, loss: 86_000 },
  { part: 0.24, type: '触电', injured: 0, loss: 12_000 },
  { part: 0.41, type: '火灾', injured: 0, loss: 420_000 },
  { part: 0.58, type: '厂(场)内车辆致害', injured: 1, loss: 64_000 },
  { part: 0.73, type: '高处坠落', injured: 1, loss: 98_000 },
  { part: 0.9, type: '灼烫', injured: 0, loss: 31_000 },
] as const satisfies readonly { part: number; type: AccidentType; injured: number; loss: number }[]
/** The same span of the year before had two more. */
const YEAR_BEFORE = [
  ...THIS_YEAR,
  { part: 0.33, type: '物体打击', injured: 1, loss: 45_000 },
  { part: 0.82, type: '机械致害', injured: 0, loss: 22_000 },
] as const

const NEAR_MISSES = [
  {
    type: '物体打击',
    text: '行车吊具脱钩,吊物落在警戒区内,无人受伤',
    did: '停用行车,更换吊具并复检',
  },
  { type: '火灾', text: '充电区电动车冒烟,及时断电处置', did: '拆除违规插座,集中充电' },
  { type: '可燃液体蒸气爆炸', text: '调漆间可燃气体报警,排风停机', did: '修复排风联锁,清理地沟' },
  { type: '中毒', text: '污水池清淤前检测硫化氢超标,作业中止', did: '加强通风,重新检测合格后作业' },
  { type: '机械致害', text: '冲床光电保护失灵,操作者及时收手', did: '停机检修,逐台试验' },
  { type: '泄漏', text: '氨管道阀门渗漏,报警后关闭', did: '更换阀门密封,测厚' },
  { type: '触电', text: '临时用电漏电保护动作', did: '更换破损电缆' },
] as const satisfies readonly { type: AccidentType; text: string; did: string }[]
const NEAR_MISS_COUNT = 14

/** Accidents as district totals, and near misses that parks registered by hand. */
export function createAccidents({
  asOfDay,
  parks,
  enterprises,
}: Pick<DemoDistrict, 'asOfDay' | 'parks' | 'enterprises'>): DemoAccident[] {
  const year = Number(asOfDay.slice(0, 4))
  const accidents = [
    ...YEAR_BEFORE.map((each) => ({ ...each, day: dayOfYear(year - 1, each.part) })),
    // Early in a year there is little to tell of it.
    ...THIS_YEAR.map((each) => ({ ...each, day: dayOfYear(year, each.part) })).filter(
      ({ day }) => day <= asOfDay,
    ),
  ].map(({ type, injured, loss, day }, index): DemoAccident => ({
    code: `DEMO-SG-${String(index + 1).padStart(5, '0')}`,
    kind: 'accident',
    areaCode: DISTRICT_CODE,
    parkCode: null,
    enterpriseCode: null,
    occurredOn: day,
    accidentType: type,
    seriousInjuries: injured,
    lossYuan: loss,
    place: null,
    description: '全区合计中的一起,来源不提供街道和单位(演示)',
    measures: null,
  }))
  return [...accidents, ...nearMisses({ asOfDay, parks, enterprises })]
}

function nearMisses({
  asOfDay,
  parks,
  enterprises,
}: Pick<DemoDistrict, 'asOfDay' | 'parks' | 'enterprises'>): DemoAccident[] {
  const random = createRandom(DEMO_SEED, 'near misses')
  const parties = random.shuffled(withoutArticlePark(enterprises, parks))
  return Array.from({ length: NEAR_MISS_COUNT }, (_, index): DemoAccident => {
    const { code, parkCode, areaCode } = parties[index]!
    const { type, text, did } = NEAR_MISSES[index % NEAR_MISSES.length]!
    return {
      code: `DEMO-XQ-${String(index + 1).padStart(5, '0')}`,
      kind: 'nearMiss',
      areaCode,
      parkCode,
      enterpriseCode: code,
      occurredOn: latestDay(asOfDay, (index + 0.7) / NEAR_MISS_COUNT),
      accidentType: type,
      seriousInjuries: 0,
      lossYuan: null,
      place: '车间',
      description: `${text}(演示)`,
      measures: did,
    }
  })
}
