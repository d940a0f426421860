import type { Locale } from '#data/domain/locales'

type Messages = Record<string, unknown>
type Loader = () => Promise<Messages>

/** Words that come after the first frame, with the part of the page that says them. */
export const MESSAGE_PARTS = {
  grading: {
    'zh-CN': async () => (await import('./grading/zhCN.ts')).zhCN,
    en: async () => (await import('./grading/en.ts')).en,
  },
  records: {
    'zh-CN': async () => (await import('./records/zhCN.ts')).zhCN,
    en: async () => (await import('./records/en.ts')).en,
  },
  quality: {
    'zh-CN': async () => (await import('./quality/zhCN.ts')).zhCN,
    en: async () => (await import('./quality/en.ts')).en,
  },
  hiddenDangers: {
    'zh-CN': async () => (await import('./hiddenDangers/zhCN.ts')).zhCN,
    en: async () => (await import('./hiddenDangers/en.ts')).en,
  },
  campaigns: {
    'zh-CN': async () => (await import('./campaigns/zhCN.ts')).zhCN,
    en: async () => (await import('./campaigns/en.ts')).en,
  },
  parkRecords: {
    'zh-CN': async () => (await import('./parkRecords/zhCN.ts')).zhCN,
    en: async () => (await import('./parkRecords/en.ts')).en,
  },
  offices: {
    'zh-CN': async () => (await import('./offices/zhCN.ts')).zhCN,
    en: async () => (await import('./offices/en.ts')).en,
  },
  indicators: {
    'zh-CN': async () => (await import('./indicators/zhCN.ts')).zhCN,
    en: async () => (await import('./indicators/en.ts')).en,
  },
  work: {
    'zh-CN': async () => (await import('./work/zhCN.ts')).zhCN,
    en: async () => (await import('./work/en.ts')).en,
  },
  analysis: {
    'zh-CN': async () => (await import('./analysis/zhCN.ts')).zhCN,
    en: async () => (await import('./analysis/en.ts')).en,
  },
  around: {
    'zh-CN': async () => (await import('./around/zhCN.ts')).zhCN,
    en: async () => (await import('./around/en.ts')).en,
  },
  time: {
    'zh-CN': async () => (await import('./time/zhCN.ts')).zhCN,
    en: async () => (await import('./time/en.ts')).en,
  },
  export: {
    'zh-CN': async () => (await import('./export/zhCN.ts')).zhCN,
    en: async () => (await import('./export/en.ts')).en,
  },
  comparison: {
    'zh-CN': async () => (await import('./comparison/zhCN.ts')).zhCN,
    en: async () => (await import('./comparison/en.ts')).en,
  },
  noteTexts: {
    'zh-CN': async () => (await import('./noteTexts/zhCN.ts')).zhCN,
    en: async () => (await import('./noteTexts/en.ts')).en,
  },
  site: {
    'zh-CN': async () => (await import('./site/zhCN.ts')).zhCN,
    en: async () => (await import('./site/en.ts')).en,
  },
  plan: {
    'zh-CN': async () => (await import('./plan/zhCN.ts')).zhCN,
    en: async () => (await import('./plan/en.ts')).en,
  },
  notice: {
    'zh-CN': async () => (await import('./notice/zhCN.ts')).zhCN,
    en: async () => (await import('./notice/en.ts')).en,
  },
} as const satisfies Record<string, Record<Locale, Loader>>
export type MessagePart = keyof typeof MESSAGE_PARTS
