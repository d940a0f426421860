import * as z from 'zod/mini'
import { AREA_LEVELS, type AreaLevel } from './areas.ts'
import type { Labels } from './locales.ts'

/** What happened, and what nearly did. Only the former is recognised by an authority (经认定). */
export const ACCIDENT_KINDS = {
  accident: { labels: { 'zh-CN': '生产安全事故', en: 'Work accident' } },
  nearMiss: { labels: { 'zh-CN': '险情', en: 'Near miss' } },
} as const satisfies Record<string, { labels: Labels }>
export type AccidentKind = keyof typeof ACCIDENT_KINDS
export const accidentKindSchema = z.enum(['accident', 'nearMiss'])

/** Grades of 国务院令第493号第3条: whoever meets one of the bounds has the grade. Never 重大 alone. */
export const ACCIDENT_GRADES = {
  catastrophic: {
    deaths: 30,
    injuries: 100,
    lossYuan: 1e8,
    labels: { 'zh-CN': '特别重大事故', en: 'Catastrophic accident' },
  },
  major: {
    deaths: 10,
    injuries: 50,
    lossYuan: 5e7,
    labels: { 'zh-CN': '重大事故', en: 'Major accident' },
  },
  larger: {
    deaths: 3,
    injuries: 10,
    lossYuan: 1e7,
    labels: { 'zh-CN': '较大事故', en: 'Larger accident' },
  },
  general: {
    deaths: 0,
    injuries: 0,
    lossYuan: 0,
    labels: { 'zh-CN': '一般事故', en: 'General accident' },
  },
} as const satisfies Record<
  string,
  { deaths: number; injuries: number; lossYuan: number; labels: Labels }
>
export type AccidentGrade = keyof typeof ACCIDENT_GRADES
export const ACCIDENT_GRADE_ORDER = [
  'catastrophic',
  'major',
  'larger',
  'general',
] as const satisfies readonly AccidentGrade[]
export const accidentGradeSchema = z.enum(ACCIDENT_GRADE_ORDER)

/** The gravest grade of which deaths, serious injuries or the direct loss reach the bound. */
export function accidentGrade(harm: {
  deaths: number
  seriousInjuries: number
  lossYuan: number | null
}): AccidentGrade {
  const reached = ACCIDENT_GRADE_ORDER.find((grade) => {
    const { deaths, injuries, lossYuan } = ACCIDENT_GRADES[grade]
    return (
      harm.deaths >= deaths || harm.seriousInjuries >= injuries || (harm.lossYuan ?? 0) >= lossYuan
    )
  })
  return reached ?? 'general'
}

/** Figures that come from a register of somebody else. */
export const DATA_SOURCES = {
  accidents: { labels: { 'zh-CN': '生产安全事故统计', en: 'Register of work accidents' } },
} as const satisfies Record<string, { labels: Labels }>
export type DataSource = keyof typeof DATA_SOURCES
export const dataSourceSchema = z.enum(['accidents'])

/** Whether a source that tells down to a level tells of an area: a district total is of no street. */
export function covers(scopeLevel: AreaLevel, area: string): boolean {
  return area.length <= AREA_LEVELS[scopeLevel].codeLength
}
