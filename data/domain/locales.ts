/** The languages of the interface, in the order they are offered. Place names are data and stay. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** A term of the field in every language of the interface. */
export type Labels = Readonly<Record<Locale, string>>
