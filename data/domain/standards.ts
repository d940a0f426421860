import { dayNumber } from './clock.ts'

/** High: the date is in the text itself or in several sources; low: look it up before citing. */
type Confidence = 'high' | 'medium' | 'low'

export type Edition = {
  /** As it is cited: "GB 18218-2018", "安全生产法(2021年修正)". */
  edition: string
  /** First and last civil day in force; the last is null while it still is. */
  effectiveFrom: string
  effectiveUntil: string | null
  confidence: Confidence
}

type Standard = {
  title: string
  number: string
  /** Oldest first, without overlap. An edition that nobody here cites may be missing. */
  editions: readonly [Edition, ...Edition[]]
}

const edition = (
  name: string,
  effectiveFrom: string,
  effectiveUntil: string | null,
  confidence: Confidence,
): Edition => ({ edition: name, effectiveFrom, effectiveUntil, confidence })

/** Laws, rules and standards that the product cites, with the editions and their days. */
export const STANDARDS = {
  accidentClassification: {
    title: '生产安全事故分类与编码',
    number: 'GB 6441',
    editions: [
      edition('GB 6441-1986', '1987-02-01', '2026-06-30', 'high'),
      edition('GB 6441-2025', '2026-07-01', null, 'high'),
    ],
  },
  majorHazardSources: {
    title: '危险化学品重大危险源辨识',
    number: 'GB 18218',
    editions: [
      edition('GB 18218-2009', '2009-12-01', '2019-02-28', 'medium'),
      edition('GB 18218-2018', '2019-03-01', null, 'high'),
    ],
  },
  majorFireHiddenDangers: {
    title: '重大火灾隐患判定规则',
    number: 'GB 35181',
    editions: [
      edition('GB 35181-2017', '2018-07-01', '2025-10-31', 'medium'),
      edition('GB 35181-2025', '2025-11-01', null, 'high'),
    ],
  },
  safetySigns: {
    title: '安全色和安全标志',
    number: 'GB 2894',
    editions: [
      edition('GB 2894-2008', '2009-10-01', '2026-02-28', 'medium'),
      edition('GB 2894-2025', '2026-03-01', null, 'high'),
    ],
  },
  hazardousChemicals: {
    title: '危险化学品安全法',
    number: '危险化学品安全法',
    editions: [
      // That the regulation ends the day before the law begins is assumed, not read.
      edition('危险化学品安全管理条例(国务院令第591号)', '2011-12-01', '2026-04-30', 'medium'),
      edition('危险化学品安全法', '2026-05-01', null, 'high'),
    ],
  },
  tradeMajorHiddenDangers: {
    title: '工贸企业重大事故隐患判定标准',
    number: '应急管理部令第10号',
    editions: [edition('应急管理部令第10号', '2023-05-15', null, 'high')],
  },
  workSafetyLaw: {
    title: '安全生产法',
    number: '安全生产法',
    editions: [
      edition('安全生产法(2014年修正)', '2014-12-01', '2021-08-31', 'high'),
      edition('安全生产法(2021年修正)', '2021-09-01', null, 'high'),
    ],
  },
  fireLaw: {
    title: '消防法',
    number: '消防法',
    editions: [
      edition('消防法(2019年修正)', '2019-04-23', '2021-04-28', 'medium'),
      edition('消防法(2021年修正)', '2021-04-29', null, 'high'),
    ],
  },
  specialEquipmentLaw: {
    title: '特种设备安全法',
    number: '特种设备安全法',
    editions: [edition('特种设备安全法', '2014-01-01', null, 'high')],
  },
  dustExplosion: {
    title: '粉尘防爆安全规程',
    number: 'GB 15577',
    editions: [edition('GB 15577-2018', '2019-06-01', null, 'medium')],
  },
  lithiumBatteryPlants: {
    title: '锂离子电池工厂设计标准',
    number: 'GB 51377',
    editions: [edition('GB 51377-2019', '2019-10-01', null, 'low')],
  },
  electricitySafety: {
    title: '用电安全导则',
    number: 'GB/T 13869',
    editions: [edition('GB/T 13869-2017', '2018-07-01', null, 'low')],
  },
  industryClassification: {
    title: '国民经济行业分类',
    number: 'GB/T 4754',
    editions: [edition('GB/T 4754-2017', '2017-10-01', null, 'high')],
  },
  riskGradingGuide: {
    title: '标本兼治遏制重特大事故工作指南',
    number: '安委办〔2016〕3号',
    editions: [edition('安委办〔2016〕3号', '2016-04-28', null, 'medium')],
  },
  doublePrevention: {
    title: '关于实施遏制重特大事故工作指南构建双重预防机制的意见',
    number: '安委办〔2016〕11号',
    editions: [edition('安委办〔2016〕11号', '2016-10-09', null, 'medium')],
  },
  hiddenDangerRules: {
    title: '安全生产事故隐患排查治理暂行规定',
    number: '安全监管总局令第16号',
    editions: [edition('安全监管总局令第16号', '2008-02-01', null, 'high')],
  },
} as const satisfies Record<string, Standard>

export type StandardKey = keyof typeof STANDARDS

/** A place in a standard, whatever its edition: 第11条(一); null while only the standard is known. */
export type StandardReference = { standard: StandardKey; clause: string | null }

/**
 * The edition in force on a civil day in Shanghai, or null when none was.
 * @throws RangeError when `day` is no day.
 */
export function editionOn(standard: StandardKey, day: string): Edition | null {
  const number = dayNumber(day)
  const isInForce = ({ effectiveFrom, effectiveUntil }: Edition) =>
    dayNumber(effectiveFrom) <= number &&
    (effectiveUntil === null || number <= dayNumber(effectiveUntil))
  return STANDARDS[standard].editions.find(isInForce) ?? null
}

/**
 * A reference that says which edition it means: 应急管理部令第10号(2023-05-15起施行)第11条(一).
 * @throws RangeError for a day on which no edition was in force: nothing can be cited then.
 */
export function citation({ standard, clause }: StandardReference, day: string): string {
  const found = editionOn(standard, day)
  if (!found) throw new RangeError(`no edition of ${STANDARDS[standard].number} on ${day}`)
  return `${found.edition}(${found.effectiveFrom}起施行)${clause ?? ''}`
}
