import { LOCALES, type Locale } from '#data/domain/locales'
import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'

export const THEMES = ['dark', 'light'] as const
export type Theme = (typeof THEMES)[number]

/** How this person likes it: kept in this browser, never part of a link. */
export const useSessionStore = defineStore('session', () => {
  const theme = useLocalStorage<Theme>('longgang.theme', 'dark')
  const locale = useLocalStorage<Locale>('longgang.locale', 'zh-CN')
  if (!THEMES.includes(theme.value)) theme.value = 'dark'
  if (!LOCALES.includes(locale.value)) locale.value = 'zh-CN'

  return {
    theme,
    locale,
    toggleTheme: () => {
      theme.value = theme.value === 'dark' ? 'light' : 'dark'
    },
    toggleLocale: () => {
      locale.value = locale.value === 'zh-CN' ? 'en' : 'zh-CN'
    },
  }
})
