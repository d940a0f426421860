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
} as const satisfies Record<string, Record<Locale, Loader>>
export type MessagePart = keyof typeof MESSAGE_PARTS
