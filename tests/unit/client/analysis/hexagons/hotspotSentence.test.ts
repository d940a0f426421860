import { describe, expect, it } from 'vitest'
import { POINT_WEIGHT_ORDER } from '#data/domain/analysis'
import {
  hotspotSentence,
  type HotspotSentenceFacts,
} from '../../../../../client/analysis/hexagons/hotspotSentence.ts'

const NO_CLASSES = { [-99]: 0, [-95]: 0, [-90]: 0, 0: 0, 90: 0, 95: 0, 99: 0 }
const FACTS: HotspotSentenceFacts = {
  asOf: '11-23 09:00',
  district: '龙岗区',
  weight: 'riskValue',
  hotspots: {
    tested: 612,
    occupied: 240,
    hotUncorrected: 40,
    counts: { ...NO_CLASSES, 0: 580, 90: 9, 95: 8, 99: 15 },
    correction: 'falseDiscoveryRate',
    hotShare: 0.314,
    totalWeight: 640,
    untestable: null,
  },
  communities: ['横岗街道六约社区', '宝龙街道同乐社区'],
}
const withHotspots = (part: Partial<HotspotSentenceFacts['hotspots']>): HotspotSentenceFacts => ({
  ...FACTS,
  hotspots: { ...FACTS.hotspots, ...part },
})

describe('hotspotSentence', () => {
  it('tells test, confidence, hexagons, land, share and places', () => {
    const { finding } = hotspotSentence(FACTS)
    expect(finding['zh-CN']).toBe(
      '截至11-23 09:00,按95%置信度(已做多重检验校正),龙岗区612个六边形中23个显著偏高,占面积3.8%,集中了31%的较大以上风险值,主要在横岗街道六约社区、宝龙街道同乐社区。',
    )
    expect(finding.en).toBe(
      'As of 11-23 09:00, at 95% confidence (corrected for multiple testing), of 612 hexagons of 龙岗区 23 are significantly high: 3.8% of the land with 31% of value of larger and major risk, most in 横岗街道六约社区, 宝龙街道同乐社区.',
    )
  })

  it('says how many chance alone would make when nothing was corrected', () => {
    // 2.5 % of 612 on the high side.
    const { finding } = hotspotSentence(withHotspots({ correction: 'none' }))
    expect(finding['zh-CN']).toContain('未做多重检验校正,仅凭偶然也可能有约15个偏高')
    expect(finding.en).toContain('chance alone may make about 15 hot')
  })

  it('says that none is high, and how many are low', () => {
    const { finding } = hotspotSentence(
      withHotspots({ counts: { ...NO_CLASSES, 0: 609, [-95]: 3 }, hotShare: 0 }),
    )
    expect(finding['zh-CN']).toContain('没有显著偏高的;另有3个显著偏低。')
    expect(finding.en).toContain('none is significantly high; 3 are significantly low.')
  })

  it('tells what there is without correction where correction leaves none, and what chance makes', () => {
    const none = { counts: { ...NO_CLASSES, 0: 612 }, hotShare: 0 }
    const { finding } = hotspotSentence(withHotspots(none))
    expect(finding['zh-CN']).toContain(
      '没有显著偏高的。不校正则有40个偏高,而仅凭偶然也可能有约15个,仅供参考',
    )
    expect(finding.en).toContain(
      'Uncorrected, 40 would be high, where chance alone may make about 15',
    )
    const nothing = hotspotSentence(withHotspots({ ...none, hotUncorrected: 0 })).finding
    expect(nothing['zh-CN']).not.toContain('不校正')
    const plain = hotspotSentence(withHotspots({ ...none, correction: 'none' })).finding
    expect(plain['zh-CN']).not.toContain('不校正则')
  })

  it.each([
    [{ untestable: 'fewPoints', occupied: 3 }, '只有3个六边形有', 'Only 3 hexagons'],
    [{ untestable: 'tooFew', tested: 12 }, '不足30个', '30'],
    [{ untestable: 'uniform', totalWeight: 0 }, '合计为0', 'no value of larger'],
    [{ untestable: 'uniform', totalWeight: 5 }, '分不出高低', 'none stands out'],
  ] as const)('says why nothing was tested and what to do: %o', (part, chinese, english) => {
    const { finding } = hotspotSentence(withHotspots(part))
    expect(finding['zh-CN']).toContain(chinese)
    expect(finding['zh-CN']).toMatch(/请.+。$/)
    expect(finding.en).toContain(english)
  })

  it('says what it does not say, judges nobody, and never writes 重大 alone', () => {
    for (const weight of POINT_WEIGHT_ORDER) {
      const { finding, caution } = hotspotSentence({ ...FACTS, weight })
      expect(caution['zh-CN']).toContain('不用于考核')
      expect(caution['zh-CN']).toContain('点少可能是查得少')
      const text = finding['zh-CN'] + caution['zh-CN']
      expect(text).not.toMatch(/重大(?!风险点|事故隐患|危险源|事故)|[!！]|平稳|可控/)
    }
  })
})
