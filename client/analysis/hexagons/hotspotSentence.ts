import { POINT_WEIGHTS, type PointWeight } from '#data/domain/analysis'
import type { Labels, Locale } from '#data/domain/locales'
import type { Hotspots } from '../analysisProtocol.ts'
import { HOT_CONFIDENCE, LEAST_HEXAGONS, LEAST_OCCUPIED } from './testHexagons.ts'

export type HotspotSentenceFacts = {
  /** When the points are true, as it is written on the page: `11-23 09:00` or `2026-06-30`. */
  asOf: string
  /** Name of the district: the test is always made over all of it. */
  district: string
  weight: PointWeight
  hotspots: Pick<
    Hotspots,
    | 'tested'
    | 'occupied'
    | 'counts'
    | 'correction'
    | 'hotUncorrected'
    | 'hotShare'
    | 'totalWeight'
    | 'untestable'
  >
  /** Names of the communities of `hotCommunities`, in that order, with their streets. */
  communities: readonly string[]
}

/** What a leader is told: what was found, and what it does not say. */
export type HotspotSentence = { finding: Labels; caution: Labels }

/** 3.8 %, 31 %: a digit after the point only where it tells something. */
function percent(share: number): string {
  const hundredths = share * 100
  return hundredths >= 10 || hundredths === 0
    ? `${Math.round(hundredths)}%`
    : `${hundredths < 0.1 ? '<0.1' : Number(hundredths.toFixed(1))}%`
}

type Numbers = { hot: number; cold: number; area: string; share: string; byChance: number }

function numbersOf({ tested, counts, hotShare }: HotspotSentenceFacts['hotspots']): Numbers {
  const hot = counts[95] + counts[99]
  return {
    hot,
    cold: counts[-95] + counts[-99],
    area: percent(hot / tested),
    share: percent(hotShare),
    // The test has two sides, and only one of them is hot. Of sums of few values chance takes less.
    byChance: Math.round((tested * (1 - HOT_CONFIDENCE / 100)) / 2),
  }
}

/** Where correction leaves none: how many there were before, and that so many are made by chance. */
function onlyUncorrected({ hotspots }: HotspotSentenceFacts): Labels {
  const { correction, hotUncorrected } = hotspots
  if (correction === 'none' || hotUncorrected === 0) return { 'zh-CN': '', en: '' }
  const { byChance } = numbersOf(hotspots)
  return {
    'zh-CN': `不校正则有${hotUncorrected}个偏高,而仅凭偶然也可能有约${byChance}个,仅供参考;可在设置中关闭校正查看。`,
    en: ` Uncorrected, ${hotUncorrected} would be high, where chance alone may make about ${byChance}: for reference only. Turn off the correction in the settings to see them.`,
  }
}

function foundInChinese(facts: HotspotSentenceFacts): string {
  const { asOf, district, hotspots, communities } = facts
  const { hot, cold, area, share, byChance } = numbersOf(hotspots)
  const corrected =
    hotspots.correction === 'none'
      ? `未做多重检验校正,仅凭偶然也可能有约${byChance}个偏高`
      : '已做多重检验校正'
  const head = `截至${asOf},按${HOT_CONFIDENCE}%置信度(${corrected}),${district}${hotspots.tested}个六边形中`
  const low = cold > 0 ? `;另有${cold}个显著偏低` : ''
  if (hot === 0) return `${head}没有显著偏高的${low}。${onlyUncorrected(facts)['zh-CN']}`
  const where = communities.length > 0 ? `,主要在${communities.join('、')}` : ''
  const weight = POINT_WEIGHTS[facts.weight].labels['zh-CN']
  return `${head}${hot}个显著偏高,占面积${area},集中了${share}的${weight}${where}${low}。`
}

function foundInEnglish(facts: HotspotSentenceFacts): string {
  const { asOf, district, hotspots, communities } = facts
  const { hot, cold, area, share, byChance } = numbersOf(hotspots)
  const corrected =
    hotspots.correction === 'none'
      ? `not corrected for multiple testing: chance alone may make about ${byChance} hot`
      : 'corrected for multiple testing'
  const head = `As of ${asOf}, at ${HOT_CONFIDENCE}% confidence (${corrected}), of ${hotspots.tested} hexagons of ${district}`
  const low = cold > 0 ? `; ${cold} are significantly low` : ''
  if (hot === 0) return `${head} none is significantly high${low}.${onlyUncorrected(facts).en}`
  const where = communities.length > 0 ? `, most in ${communities.join(', ')}` : ''
  const weight = POINT_WEIGHTS[facts.weight].labels.en.toLowerCase()
  return `${head} ${hot} are significantly high: ${area} of the land with ${share} of ${weight}${where}${low}.`
}

function whyNot(facts: HotspotSentenceFacts): Labels {
  const { district, hotspots } = facts
  const { labels } = POINT_WEIGHTS[facts.weight]
  if (hotspots.untestable === 'tooFew') {
    return {
      'zh-CN': `${district}只有${hotspots.tested}个六边形,不足${LEAST_HEXAGONS}个,不作检验。请把六边形改小。`,
      en: `${district} has only ${hotspots.tested} hexagons, fewer than the ${LEAST_HEXAGONS} a test needs. Choose smaller hexagons.`,
    }
  }
  if (hotspots.untestable === 'fewPoints') {
    return {
      'zh-CN': `${district}只有${hotspots.occupied}个六边形有${labels['zh-CN']},不足${LEAST_OCCUPIED}个,样本少,不作检验。请放宽筛选或改选权重,或直接看逐个的点。`,
      en: `Only ${hotspots.occupied} hexagons of ${district} hold any ${labels.en.toLowerCase()}, fewer than the ${LEAST_OCCUPIED} a test needs. Widen the filter, choose another weight, or look at the points themselves.`,
    }
  }
  if (hotspots.totalWeight === 0) {
    return {
      'zh-CN': `所选风险点的${labels['zh-CN']}合计为0,没有可检验的。请放宽筛选或改选权重。`,
      en: `The selected points have no ${labels.en.toLowerCase()}, so there is nothing to test. Widen the filter or choose another weight.`,
    }
  }
  return {
    'zh-CN': `各六边形的${labels['zh-CN']}相同,分不出高低。请改选权重或六边形大小。`,
    en: `All hexagons have the same ${labels.en.toLowerCase()}, so none stands out. Choose another weight or size.`,
  }
}

/** What no test says, however sure it is. */
export const HOTSPOT_CAUTION: Labels = {
  'zh-CN':
    '偏高是与权重随机落在全区各处相比,不说明原因;点少可能是查得少,不等于风险低。仅供安排力量参考,不用于考核。',
  en: 'High means higher than if the weight had fallen on the district at random; it names no cause. Few points may mean few checks, not low risk. For planning, not for appraisal.',
}

const FOUND = { 'zh-CN': foundInChinese, en: foundInEnglish } as const satisfies Record<
  Locale,
  (facts: HotspotSentenceFacts) => string
>

/** Tells a test over the hexagons in words; it judges nobody and promises nothing. */
export function hotspotSentence(facts: HotspotSentenceFacts): HotspotSentence {
  const finding = facts.hotspots.untestable
    ? whyNot(facts)
    : { 'zh-CN': FOUND['zh-CN'](facts), en: FOUND.en(facts) }
  return { finding, caution: HOTSPOT_CAUTION }
}
