import { useI18n } from 'vue-i18n'
import { MEASURES } from '#data/domain/measures'
import { NO_COUNTS, RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'
import { WORK_PERMIT_KINDS, type WorkPermitKind } from '#data/domain/workPermits'
import { computed, type Ref } from 'vue'
import { useFigures } from '../../api/queries.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { countInView } from '../../map/countInView.ts'
import { MARK_COLOURS } from '../../map/layers/markStyle.ts'
import { MAP_THEMES } from '../../map/mapTheme.ts'
import type { SecondMap } from '../../map/secondMap.ts'
import { leavesFewSamplesPlain, measureClasses } from '../../map/measureClasses.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useExportablesStore, type ExportLegend } from '../../stores/exportables.ts'
import { useFiltersStore } from '../../stores/filters.ts'
import { useLayersStore } from '../../stores/layers.ts'
import { goesPlain, hidesBadges, useOverlaysStore } from '../../stores/overlays.ts'
import { usePlaceStore } from '../../stores/place.ts'
import { usePointsStore } from '../../stores/points.ts'
import { useSessionStore } from '../../stores/session.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import { PICTURE_COLOURS } from './pictureColours.ts'

type Entries = ExportLegend['entries']

/** Legends of what is on the map: tools first, then levels, colours of the areas, marks and signs. */
export function useMapLegends(
  signs: Readonly<Ref<readonly WorkPermitKind[]>>,
  second: () => SecondMap | null,
) {
  const { t } = useI18n()
  const { term, words, figure } = useTerms()
  const { placeName } = usePlaceWords()
  const camera = useCameraStore()
  const exportables = useExportablesStore()
  const filters = useFiltersStore()
  const layers = useLayersStore()
  const overlays = useOverlaysStore()
  const place = usePlaceStore()
  const points = usePointsStore()
  const session = useSessionStore()
  const { data: figures } = useFigures()

  /** Counts of the open place as the map has them: filtered, and of the day looked back to. */
  const counts = computed(() => {
    const code = place.place.parkCode ?? place.place.areaCode
    if (points.byCode) return points.byCode.get(code) ?? NO_COUNTS
    const entries = [...(figures.value?.areas ?? []), ...(figures.value?.parks ?? [])]
    return entries.find((entry) => entry.code === code)?.riskPoints ?? null
  })

  /** The number of a level; of two dates both. */
  function levelLabel(level: RiskLevel): string {
    const from = counts.value ? figure(counts.value[level]) : '–'
    const name = term(RISK_LEVELS[level])
    const later = second()
    if (!later) return t('export.picture.levelCount', { level: name, n: from })
    const code = place.place.parkCode ?? place.place.areaCode
    const then = later.counts()
    const to = then ? figure((then.byCode.get(code) ?? NO_COUNTS)[level]) : '–'
    return t('export.picture.levelChange', { level: name, from, to })
  }

  /** The levels are counted for the open place: how many of all stand on the map as marks. */
  function drawnLine(): string[] {
    const replaced = Object.values(overlays.overlays).some((overlay) => overlay.replacesPoints)
    if (replaced || second() || !points.marks || !points.counts || !camera.bounds) return []
    const drawn = figure(countInView(points.marks, camera.bounds))
    const total = figure(points.counts.matching.total)
    return [t('legend.marksOf', { drawn, total, name: t('legend.scopeAll') })]
  }

  const levels = computed<ExportLegend>(() => ({
    title: t('export.picture.levels'),
    unit: t('export.picture.levelUnit', { place: placeName.value }),
    entries: filters.filters.levels.map((level) => ({
      swatch: { kind: 'level', level },
      label: levelLabel(level),
    })),
    lines: [
      ...drawnLine(),
      ...(layers.visibility.badges && !hidesBadges(overlays.overlays)
        ? [t('export.picture.badge')]
        : []),
      ...(points.marks?.clusters.length ? [t('export.picture.cluster')] : []),
    ],
  }))

  const isMeasureShown = computed(() => layers.visibility.measure && !goesPlain(overlays.overlays))
  const measure = computed<ExportLegend | null>(() => {
    if (!isMeasureShown.value) return null
    const chosen = MEASURES[layers.measure]
    const { land } = MAP_THEMES[session.theme]
    const entries: Entries = [
      ...measureClasses(chosen, camera.scale, session.theme).map((entry) => ({
        swatch: { kind: 'fill' as const, colour: entry.colour },
        label: term(entry),
      })),
      ...(camera.scale === 'district'
        ? []
        : [
            {
              swatch: { kind: 'fill' as const, colour: land, hatched: true },
              label: t('legend.noPark'),
            },
          ]),
      ...(leavesFewSamplesPlain(chosen, camera.scale)
        ? [{ swatch: { kind: 'fill' as const, colour: land }, label: t('legend.fewSamples') }]
        : []),
    ]
    const needsFormula =
      layers.measure === 'riskValue' || layers.measure === 'perHundredEnterprises'
    return {
      title: term(chosen),
      unit: chosen.unit && words(chosen.unit),
      entries,
      lines: [
        ...(needsFormula ? [t('legend.formula')] : []),
        ...(chosen.proposed ? [t('export.picture.proposed')] : []),
      ],
    }
  })

  const marks = computed<ExportLegend | null>(() => {
    const { ring } = MARK_COLOURS[session.theme]
    const { hazardSources, demonstrationParks } = layers.visibility
    const entries: Entries = [
      ...(hazardSources
        ? [
            { swatch: { kind: 'ring' as const, colour: ring }, label: t('legend.hazard') },
            {
              swatch: { kind: 'ring' as const, colour: ring, double: true },
              label: t('legend.majorHazard'),
            },
          ]
        : []),
      ...(demonstrationParks
        ? [
            {
              swatch: {
                kind: 'sign' as const,
                sign: '★',
                colour: MAP_THEMES[session.theme].demonstration,
              },
              label: t('legend.demonstration'),
            },
          ]
        : []),
    ]
    if (!entries.length) return null
    return { title: t('export.picture.marks'), unit: null, entries, lines: [] }
  })

  const work = computed<ExportLegend | null>(() => {
    if (!signs.value.length) return null
    const { text, paper } = PICTURE_COLOURS[session.theme]
    const entries: Entries = signs.value.map((kind) => ({
      swatch: { kind: 'sign', sign: WORK_PERMIT_KINDS[kind].sign, colour: paper, ground: text },
      label: term(WORK_PERMIT_KINDS[kind]),
    }))
    return { title: t('export.picture.work'), unit: null, entries, lines: [] }
  })

  const legends = computed(() =>
    [
      ...exportables.legends,
      ...(layers.visibility.riskPoints ? [levels.value] : []),
      measure.value,
      marks.value,
      work.value,
    ].filter((legend) => legend !== null),
  )
  return { legends, isMeasureShown }
}
