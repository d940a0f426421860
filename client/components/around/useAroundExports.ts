import type { Around } from '#data/contract/analysis/aroundResponses'
import type { Coverage } from '#data/contract/analysis/coverageResponses'
import type { Domino } from '#data/contract/analysis/dominoResponses'
import { FACILITY_KINDS } from '#data/domain/facilities'
import { RISK_LEVELS } from '#data/domain/riskLevels'
import { CONSEQUENCE_NOTE } from '#data/grading/consequences'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../composables/useTerms.ts'
import { useExportable } from '../../export/useExportable.ts'
import { useAroundStore, type AroundTab } from '../../stores/around.ts'
import type { Exportable } from '../../stores/exportables.ts'
import {
  aroundTable,
  coverageTable,
  dominoTable,
  placedFeatures,
  type PlacedTable,
} from './aroundTables.ts'
import { useAroundLegends } from './useAroundLegends.ts'
import { useAroundWords } from './useAroundWords.ts'

type Answer = { asOf: string; fictitious: boolean; source: string }
type Result = {
  answer: Answer
  title: string
  placed: PlacedTable
  lands: Parameters<typeof placedFeatures>[1]
  notes: readonly string[]
}

/** Offers what is on the map for export, each for as long as it is there. */
export function useAroundExports(answers: {
  around: () => Around | null
  coverage: () => Coverage | null
  domino: () => Domino | null
}) {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()
  const { asked, join, metres, seenNotes, travelNote } = useAroundWords()
  const store = useAroundStore()
  const legends = useAroundLegends()
  const tableWords = {
    column: (key: string) => t(`around.columns.${key}`),
    list: (key: string) => t(`around.lists.${key}`),
    level: (level: keyof typeof RISK_LEVELS) => term(RISK_LEVELS[level]),
    facility: (kind: keyof typeof FACILITY_KINDS) => term(FACILITY_KINDS[kind]),
    join,
  }
  /** Says what is left out of a list that is cut off. */
  const moreNote = ({ total, items }: { total: number; items: readonly unknown[] }) =>
    total > items.length ? [t('around.more', { total: figure(total), n: items.length })] : []

  function exportable(tab: AroundTab, { answer, title, placed, lands, notes }: Result): Exportable {
    return {
      title,
      fileName: `${t('around.label')}-${t(`around.tabs.${tab}`)}`,
      asOf: answer.asOf,
      fictitious: answer.fictitious,
      source: answer.source,
      notes,
      legend: { title, unit: null, entries: legends.value[tab], lines: notes },
      count: placed.table.rows.length,
      rows: () => placed.table,
      features: () => placedFeatures(placed, lands),
    }
  }

  useExportable('around', () => {
    const [answer, { question }] = [answers.around(), store]
    if (!answer || !question) return null
    const { area, facilities, gravePoints, parks } = answer
    const notes = [
      ...seenNotes('around', answer),
      travelNote(answer),
      ...[facilities.list, gravePoints, parks].flatMap(moreNote),
    ]
    return exportable('around', {
      answer,
      title: asked(question, area.park?.name ?? null),
      placed: aroundTable(answer, tableWords),
      lands: [
        {
          geometry: area.geometry as GeoJSON.MultiPolygon | null,
          properties: { radius: area.radiusMetres },
        },
      ],
      notes,
    })
  })
  useExportable('coverage', () => {
    const answer = answers.coverage()
    if (!answer) return null
    const { area, geometry, reach, uncoveredPoints } = answer
    const reached = metres(reach.metres)
    const rule =
      reach.minutes === null
        ? t('around.coverage.reach', { metres: reached })
        : t('around.coverage.reachMinutes', { minutes: reach.minutes, metres: reached })
    return exportable('coverage', {
      answer,
      title: t('around.coverage.title', { area: area.name }),
      placed: coverageTable(answer, tableWords),
      lands: [
        { geometry: geometry as GeoJSON.MultiPolygon | null, properties: { reach: reach.metres } },
      ],
      notes: [
        ...seenNotes('coverage', answer),
        rule,
        travelNote(answer),
        ...moreNote(uncoveredPoints),
      ],
    })
  })
  useExportable('domino', () => {
    const answer = answers.domino()
    if (!answer) return null
    const { area, assumptions, groups } = answer
    return exportable('domino', {
      answer,
      title: t('around.domino.mapTitle', { area: area.name }),
      placed: dominoTable(answer, tableWords),
      lands: groups.items.map(({ number, geometry }) => ({
        geometry: geometry as GeoJSON.MultiPolygon,
        properties: { group: number },
      })),
      notes: [
        words(CONSEQUENCE_NOTE.short),
        ...seenNotes('domino', answer),
        t('around.domino.basis', { alpha: assumptions.yield }),
        ...moreNote(groups),
      ],
    })
  })
}
