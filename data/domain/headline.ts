import type { Labels } from './locales.ts'

/** What the sentence at the head of the panel is made of (CONTENT.md 2.3). */
export type HeadlineFacts = {
  /** `11-23 09:00`. */
  time: string
  name: string
  openMajor: number
  overdueMajor: number
  /** 重大事故隐患未销号 against the end of last month; null while it is not known. */
  difference: number | null
  major: number
  larger: number
  overdue: number
  /** Where the overdue ones lie: streets, communities or parks. */
  children: readonly { name: string; overdue: number }[]
  /** Accidents of this month; null: not connected, or told of the district only. */
  accidents: { accidents: number; deaths: number } | null
}

/** How many places are named, as far as the sentence has room. */
const NAMED = 2
const LONGEST = 90

/** The sentence of CONTENT.md 2.3, at most 90 字 in Chinese; it judges nothing. */
export function headline(facts: HeadlineFacts): Labels {
  const attempts = [
    ...[NAMED, 1, 0].map((named) => inChinese(facts, { named, levels: true })),
    inChinese(facts, { named: 0, levels: false }),
  ]
  const fitting = attempts.find((text) => text.length <= LONGEST) ?? attempts.at(-1) ?? ''
  return { 'zh-CN': fitting, en: inEnglish(facts) }
}

/** The places with most that is overdue; those with nothing are not named. */
function foremost({ children }: HeadlineFacts, named: number) {
  return children
    .filter(({ overdue }) => overdue > 0)
    .toSorted((a, b) => b.overdue - a.overdue)
    .slice(0, named)
}

const shortName = (name: string) => name.replace(/(街道|社区)$/, '')

type Room = { named: number; levels: boolean }

function inChinese(facts: HeadlineFacts, { named, levels }: Room): string {
  const { time, name, openMajor, overdueMajor, difference, major, larger, overdue } = facts
  const accidents = facts.accidents?.accidents
    ? `本月发生生产安全事故${facts.accidents.accidents}起、死亡${facts.accidents.deaths}人。`
    : ''
  const split = levels ? `(重大${major}、较大${larger})` : ''
  const points = `较大以上风险点${major + larger}个${split}`
  if (openMajor + overdue === 0) {
    return `${accidents}截至${time},${name}暂无未销号重大事故隐患,暂无逾期未改隐患。`
  }
  const late = overdueMajor > 0 ? `,其中逾期${overdueMajor}处` : ',无逾期'
  const change =
    difference === null
      ? ''
      : difference === 0
        ? ',较上月末持平'
        : `,较上月末${difference > 0 ? '增' : '减'}${Math.abs(difference)}处`
  const where = foremost(facts, named).map((child) => `${shortName(child.name)}${child.overdue}处`)
  const lead = where.length > 0 && facts.children.length > 1 ? `,${where.join('、')}居前` : ''
  return `${accidents}截至${time},${name}重大事故隐患未销号${openMajor}处${openMajor > 0 ? late : ''}${change};${points};逾期未改隐患${overdue}处${lead}。`
}

function inEnglish(facts: HeadlineFacts): string {
  const { time, name, openMajor, overdueMajor, difference, major, larger, overdue } = facts
  const accidents = facts.accidents?.accidents
    ? `This month ${facts.accidents.accidents} accidents, ${facts.accidents.deaths} deaths. `
    : ''
  if (openMajor + overdue === 0) {
    return `${accidents}${time}, ${name}: no open major hidden danger, none overdue.`
  }
  const change =
    difference === null
      ? ''
      : difference === 0
        ? ', as at the end of last month'
        : `, ${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than at the end of last month`
  const where = foremost(facts, NAMED).map((child) => `${child.name} ${child.overdue}`)
  const lead = where.length > 0 && facts.children.length > 1 ? `, most in ${where.join(', ')}` : ''
  return `${accidents}${time}, ${name}: ${openMajor} open major hidden dangers (${overdueMajor} overdue)${change}; ${major + larger} larger and major risk points (major ${major}, larger ${larger}); ${overdue} hidden dangers overdue${lead}.`
}
