import type { ComparedPlace } from '#data/contract/analysis/comparisonSchemas'
import { toTenth } from '#data/domain/indicators'
import type { Labels } from '#data/domain/locales'
import type { Cell } from '../../export/csv.ts'
import type { ExportColumn, ExportTable } from '../../stores/exportables.ts'
import {
  campaignRows,
  countRows,
  rateRows,
  ratioRows,
  type ComparedCell,
  type ComparedRow,
} from './compareRows.ts'

type Sides = { left: ComparedPlace; right: ComparedPlace }
const SIDES = ['left', 'right'] as const

/** The words of a file: of a key of `comparison`, of a registry, and a share as per cent. */
export type ComparisonWords = {
  t: (key: string, values?: Record<string, string>) => string
  words: (labels: Labels) => string
  percent: (share: number) => string
}

const PER_CENT: Labels = { 'zh-CN': '%', en: '%' }
const CASES: Labels = { 'zh-CN': '处', en: 'cases' }

function columnsOf(places: Sides, { t }: ComparisonWords): ExportColumn[] {
  const ofSide = (side: 'left' | 'right'): ExportColumn[] => {
    // Two communities share a name: the code tells them apart.
    const place = `${places[side].name} ${places[side].code}`
    return [
      { key: side, label: place },
      { key: `${side}Numerator`, label: t('csv.numerator', { place }) },
      { key: `${side}Denominator`, label: t('csv.denominator', { place }) },
      { key: `${side}Remark`, label: t('csv.remark', { place }) },
    ]
  }
  return [
    { key: 'part', label: t('csv.part') },
    { key: 'item', label: t('item') },
    { key: 'month', label: t('trend.month') },
    { key: 'unit', label: t('csv.unit') },
    ...SIDES.flatMap(ofSide),
    { key: 'difference', label: t('csv.difference') },
  ]
}

function comparedCells(row: ComparedRow, { t, words }: ComparisonWords): Cell[] {
  const cellsOf = (side: 'left' | 'right') => {
    const { value, numerator, denominator, gap, fewSamples }: ComparedCell = row[side]
    const remarks = [
      ...(value === null && gap ? [words(gap)] : []),
      ...(fewSamples ? [t('few')] : []),
      ...(row.better === side ? [t('better')] : []),
    ]
    return [value, numerator, denominator, remarks.join(' ') || null]
  }
  return [words(row.labels), null, words(row.unit), ...SIDES.flatMap(cellsOf), row.difference]
}

function monthCells({ left, right }: Sides, { t, words }: ComparisonWords): Cell[][] {
  return (['open', 'overdue'] as const).flatMap((key) =>
    left.months.map((month, index) => {
      const there = right.months[index]?.[key] ?? null
      const difference = there === null ? null : month[key] - there
      const values = [month[key], there].flatMap((value) => [value, null, null, null])
      return [t(`trend.${key}`), month.month, words(CASES), ...values, difference]
    }),
  )
}

function campaignCells(places: Sides, { t, words, percent }: ComparisonWords): Cell[][] {
  return campaignRows(places).map(({ name, timeProgress, sides }) => {
    const shares = sides.map(({ completion }) =>
      completion === null ? null : toTenth(completion * 100),
    )
    const cells = sides.flatMap(({ accepted, targets, completion, few }, index) => {
      const remark = completion === null ? t('campaigns.none') : few ? t('few') : null
      return [shares[index] ?? null, accepted, targets, remark]
    })
    const [here, there] = shares
    const difference = here == null || there == null ? null : toTenth(here - there)
    const item = `${name} (${t('campaigns.time', { n: percent(timeProgress) })})`
    return [item, null, words(PER_CENT), ...cells, difference]
  })
}

/**
 * Everything that the page tells of two places, as one table: rates, counts by size, counts, twelve
 * months and campaigns, each row with its unit and both sides with their cases. Pure.
 */
export function comparisonTable(places: Sides, says: ComparisonWords): ExportTable {
  const { t } = says
  const parts: readonly (readonly [string, Cell[][]])[] = [
    [t('group.rates'), rateRows(places).map((row) => comparedCells(row, says))],
    [t('group.sizes'), ratioRows(places).map((row) => comparedCells(row, says))],
    [t('group.counts'), countRows(places).map((row) => comparedCells(row, says))],
    [t('trend.title'), monthCells(places, says)],
    [t('campaigns.title'), campaignCells(places, says)],
  ]
  return {
    columns: columnsOf(places, says),
    rows: parts.flatMap(([part, rows]) => rows.map((row) => [part, ...row])),
  }
}
