import type { CampaignKind } from '../../domain/campaigns.ts'
import { RECTIFICATION_BEGAN } from '../parkRecords/createStages.ts'

export type CampaignRow = {
  code: string
  name: string
  documentNumber: string
  /** Days from the day of the data to the first and the last day. */
  begins: number
  ends: number
  description: string
}

/** To the end of the year of the story, 2026-12-31. */
const END_OF_YEAR = 38

/** The campaigns of the demo; their numbers are fictitious. */
export const CAMPAIGN_TABLE: Record<CampaignKind, CampaignRow> = {
  dust: {
    code: 'DEMO-ZX-DUST',
    name: '粉尘涉爆专项整治',
    documentNumber: '龙安演示〔2026〕4号',
    begins: -236,
    ends: END_OF_YEAR,
    description: '对在册粉尘涉爆企业逐家按应急管理部令第10号第11条检查,整改后验收(演示)。',
  },
  ammonia: {
    code: 'DEMO-ZX-AMMONIA',
    name: '涉氨制冷专项整治',
    documentNumber: '龙安演示〔2026〕9号',
    begins: -113,
    ends: END_OF_YEAR,
    description: '对在册涉氨制冷企业按应急管理部令第10号第12条检查,核实氨量(演示)。',
  },
  lithiumBattery: {
    code: 'DEMO-ZX-LITHIUM',
    name: '锂电池专项整治',
    documentNumber: '龙安演示〔2026〕6号',
    begins: -205,
    ends: END_OF_YEAR,
    description: '对在册锂电池生产、加工、储存企业检查化成老化、仓储、故障电池(演示)。',
  },
  parkRectification: {
    code: 'DEMO-ZX-PARK',
    name: '园区安全整治与提升专项行动',
    documentNumber: '龙安演示〔2026〕2号',
    begins: -RECTIFICATION_BEGAN,
    ends: 769,
    description: '沿用深龙安〔2017〕17号的整治要求,三年内276家园区逐家整治、按七个方面验收(演示)。',
  },
}

/** Share of the targets that are accepted, in %: 宝龙 ahead, 横岗 and 坪地 behind. */
export const ACCEPTED_SHARES: Record<
  Exclude<CampaignKind, 'parkRectification'>,
  { others: number; streets: Readonly<Record<string, number>> }
> = {
  dust: {
    others: 86,
    streets: { '440307019': 96, '440307017': 70, '440307006': 67, '440307013': 90 },
  },
  ammonia: { others: 79, streets: { '440307019': 100, '440307017': 0, '440307006': 50 } },
  lithiumBattery: {
    others: 85,
    streets: { '440307019': 93, '440307017': 75, '440307006': 73 },
  },
}
