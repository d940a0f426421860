import type { Locale } from '#data/domain/locales'
import { createI18n, type MessageCompiler, type MessageContext } from 'vue-i18n'
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

/** Switches the interface; the old language stays on screen until the new one is there. */
export async function chooseLocale(locale: Locale): Promise<void> {
  const { availableLocales, setLocaleMessage } = i18n.global
  if (locale !== 'zh-CN' && !(availableLocales as string[]).includes(locale)) {
    setLocaleMessage(locale, await OTHER_MESSAGES[locale]())
  }
  i18n.global.locale.value = locale
}
