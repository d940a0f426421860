import type { Labels } from './locales.ts'

/** Layers that a person switches on and off; each has exactly one builder on the map. */
export const LAYERS = {
  measure: { labels: { 'zh-CN': '区域着色', en: 'Area colours' }, visible: true },
  parks: { labels: { 'zh-CN': '园区', en: 'Parks' }, visible: true },
  demonstrationParks: { labels: { 'zh-CN': '示范园区', en: 'Demonstration parks' }, visible: true },
  riskPoints: { labels: { 'zh-CN': '风险点', en: 'Risk points' }, visible: true },
  hazardSources: { labels: { 'zh-CN': '危险源', en: 'Hazard sources' }, visible: true },
  workPermits: { labels: { 'zh-CN': '危险作业(进行中)', en: 'Work going on' }, visible: true },
  consequences: {
    labels: { 'zh-CN': '后果圈', en: 'Consequence circles' },
    visible: true,
  },
  badges: { labels: { 'zh-CN': '数量标签', en: 'Count badges' }, visible: true },
  neighbours: { labels: { 'zh-CN': '周边区域', en: 'Neighbours' }, visible: true },
} as const satisfies Record<string, { labels: Labels; visible: boolean }>

export type LayerKey = keyof typeof LAYERS
export const LAYER_ORDER = Object.keys(LAYERS) as LayerKey[]
