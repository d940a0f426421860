import type { Locale } from '#data/domain/locales'
import { createI18n, type MessageCompiler, type MessageContext } from 'vue-i18n'
import type { MessagePart } from './locales/parts.ts'
import { zhCN, type Messages } from './locales/zhCN.ts'

/** `{name}` stands for a value, and nothing else has a meaning. */
const interpolate: MessageCompiler = (message) => (context: MessageContext) =>
  String(message).replace(/\{(\w+)\}/g, (_, name: string) => String(context.named(name)))

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Locale,
  fallbackLocale: 'zh-CN',
  messageCompiler: interpolate,
  messages: { 'zh-CN': zhCN } as Record<Locale, Messages>,
})

/** Chinese is there at once; another language is fetched when somebody chooses it. */
const OTHER_MESSAGES: Record<Exclude<Locale, 'zh-CN'>, () => Promise<Messages>> = {
  en: async () => (await import('./locales/en.ts')).en,
}

const parts = new Set<MessagePart>()
const loaded = new Set<string>()

async function loadPart(part: MessagePart, locale: Locale): Promise<void> {
  const key = `${part} ${locale}`
  if (loaded.has(key)) return
  // Which file has which words is itself not needed for the first frame.
  const { MESSAGE_PARTS } = await import('./locales/parts.ts')
  i18n.global.mergeLocaleMessage(locale, await MESSAGE_PARTS[part][locale]())
  loaded.add(key)
}

/** Makes the words of a part of the page ready, in the language of the page and from then on in any. */
export async function loadMessages(part: MessagePart): Promise<void> {
  parts.add(part)
  const locale = i18n.global.locale.value as Locale
  // Chinese stands in for what another language lacks.
  await Promise.all([loadPart(part, 'zh-CN'), loadPart(part, locale)])
}

/** Switches the interface; the old language stays on screen until the new one is there. */
export async function chooseLocale(locale: Locale): Promise<void> {
  const { availableLocales, setLocaleMessage } = i18n.global
  if (locale !== 'zh-CN' && !(availableLocales as string[]).includes(locale)) {
    setLocaleMessage(locale, await OTHER_MESSAGES[locale]())
  }
  // A part that is asked for meanwhile still comes in the old language: until none is, again.
  let known: number
  do {
    known = parts.size
    await Promise.all([...parts].map((part) => loadPart(part, locale)))
  } while (parts.size > known)
  i18n.global.locale.value = locale
}
