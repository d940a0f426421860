import { useI18n } from 'vue-i18n'
import { civilDayOf, civilDayOfNumber } from '#data/domain/clock'
import { MEASURES } from '#data/domain/measures'
import type { WorkPermitKind } from '#data/domain/workPermits'
import { CONSEQUENCE_NOTE } from '#data/grading/consequences'
import { computed, type Ref } from 'vue'
import { dateTime } from '../../composables/formatTime.ts'
import { useStandingNotes } from '../../composables/useStandingNotes.ts'
import { useListWords } from '../../composables/useListWords.ts'
import { useTerms } from '../../composables/useTerms.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useExportablesStore } from '../../stores/exportables.ts'
import { useLayersStore } from '../../stores/layers.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import type { SecondMap } from '../../map/secondMap.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import type { PictureContent } from './pictureContent.ts'
import { useMapLegends } from './useMapLegends.ts'

/** What is said around the picture of the map, and what its file is called after. */
export function usePictureContent(
  signs: Readonly<Ref<readonly WorkPermitKind[]>>,
  second: () => SecondMap | null,
) {
  const { t } = useI18n()
  const { term, words } = useTerms()
  const list = useListWords()
  const camera = useCameraStore()
  const layers = useLayersStore()
  const timeline = useTimelineStore()
  const store = useExportablesStore()
  const { placeName, filterWords } = usePlaceWords()
  const { district, fictitious, mapNumber } = useStandingNotes()
  const { legends, isMeasureShown } = useMapLegends(signs, second)

  /** Results of tools that are on the map. */
  const shown = computed(() =>
    store.keys.flatMap((key) => {
      const exportable = store.exportables[key]
      return exportable?.legend ? [exportable] : []
    }),
  )
  const subject = computed(() => {
    if (shown.value.length) return list(shown.value.map(({ title }) => title))
    return isMeasureShown.value ? term(MEASURES[layers.measure]) : t('export.picture.riskPoints')
  })
  const fileSubject = computed(() =>
    shown.value.length ? shown.value.map(({ fileName }) => fileName).join('-') : subject.value,
  )
  const proposedTitle = computed(() =>
    t('export.picture.heading', {
      place: shown.value[0]?.place ?? placeName.value,
      what: subject.value,
    }),
  )
  const asOf = computed(() => district.value?.asOf ?? null)
  const dayOf = (each: number | null) =>
    each === null ? civilDayOf(new Date(asOf.value ?? Date.now())) : civilDayOfNumber(each)
  /** Of the file: the day looked back to, or the two that are compared. */
  const day = computed(() => {
    if (timeline.comparing) return `${dayOf(timeline.day)}_${dayOf(timeline.right)}`
    return timeline.day === null ? null : dayOf(timeline.day)
  })
  const dayLines = computed(() => {
    const told = second()?.told()
    if (told) return [told.difference || t('export.picture.twoDates', told)]
    return day.value && !timeline.comparing ? [t('export.picture.pastDay', { day: day.value })] : []
  })

  /** Whether the picture says it anyway, in its title, its lines or a legend. */
  const isTold = (note: string) =>
    note === filterWords.value ||
    legends.value.some(({ title, finding, lines }) => [title, finding, ...lines].includes(note))
  /** The six that every picture carries (CONTENT 2.2); the date is the first of the facts. */
  const notes = computed(() => [
    t('notes.boundary'),
    ...(fictitious.value ? [t('notes.demo')] : []),
    words(CONSEQUENCE_NOTE.short),
    mapNumber.value ? t('notes.mapNumberOf', { n: mapNumber.value }) : t('notes.mapNumber'),
    t('notes.scope'),
    ...shown.value.flatMap((exportable) => exportable.notes).filter((note) => !isTold(note)),
    ...(camera.current?.pitch ? [t('export.picture.tilted')] : []),
    ...(timeline.comparing && store.exportables.hotspots ? [t('export.picture.leftCounts')] : []),
  ])

  const content = computed<PictureContent>(() => ({
    title: proposedTitle.value,
    lines: [filterWords.value, ...dayLines.value],
    legends: legends.value,
    facts: [
      ...(asOf.value ? [t('status.asOf', { time: dateTime(asOf.value) })] : []),
      ...(district.value ? [`${t('notes.source')} ${district.value.source}`] : []),
    ],
    notes: [...new Set(notes.value)],
  }))

  return { content, proposedTitle, fileSubject, asOf, day }
}
