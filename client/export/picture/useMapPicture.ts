import type { Map as MapLibreMap } from 'maplibre-gl'
import { useI18n } from 'vue-i18n'
import { WORK_PERMIT_KIND_ORDER, WORK_PERMIT_KINDS } from '#data/domain/workPermits'
import { useDebounceFn } from '@vueuse/core'
import { computed, onScopeDispose, watch } from 'vue'
import { measureSpan } from '../../analysis/measureSpan.ts'
import { usePlaceWords } from '../usePlaceWords.ts'
import { metresPerPixel } from '../../map/metresPerPixel.ts'
import { scaleBar } from '../../map/scaleBar.ts'
import type { SecondMap } from '../../map/secondMap.ts'
import { useTextScale } from '../../composables/useWindow.ts'
import { useWorkOnMap } from '../../composables/useWorkOnMap.ts'
import { useCameraStore } from '../../stores/camera.ts'
import { useLayersStore } from '../../stores/layers.ts'
import { useOverlaysStore } from '../../stores/overlays.ts'
import { usePictureStore, type PictureWish } from '../../stores/picture.ts'
import { usePointsStore } from '../../stores/points.ts'
import { useSessionStore } from '../../stores/session.ts'
import { useTimelineStore } from '../../stores/timeline.ts'
import { exportFileName } from '../fileName.ts'
import { DISTRICT_CODE } from '#data/domain/areas'
import { captureMap, PictureError, settled } from './captureMap.ts'
import { joinSides, type Divider } from './drawSides.ts'
import { drawPicture, type MapSign } from './drawPicture.ts'
import { pictureFrame, type Box } from './pictureFrame.ts'
import { usePictureContent } from './usePictureContent.ts'

/** A file is at least so many pixels to a pixel of the page: text stays sharp on paper. */
const FILE_RATIO = 2
/** A preview waits until the map and the words have been still for so long. */
const STILL_MILLISECONDS = 600

const boxOf = (selector: string): Box | null => {
  const element = document.querySelector(selector)
  const box = element?.getBoundingClientRect()
  return box?.width ? box : null
}

/** Draws the pictures that are asked for in the store; of two dates both sides of the divider. */
export function useMapPicture(map: MapLibreMap, second: () => SecondMap | null): void {
  const { t, locale } = useI18n()
  const store = usePictureStore()
  const camera = useCameraStore()
  const layers = useLayersStore()
  const overlays = useOverlaysStore()
  const points = usePointsStore()
  const session = useSessionStore()
  const timeline = useTimelineStore()
  const textScale = useTextScale()
  const { areaName } = usePlaceWords()
  const work = useWorkOnMap()
  const ended = new AbortController()
  onScopeDispose(() => ended.abort())

  const frameOf = () => {
    const box = map.getContainer().getBoundingClientRect()
    return pictureFrame(box, boxOf('.top-bar'), boxOf('.side-panel'), camera.covered)
  }
  /** The signs of dangerous work are elements above the map, and of now: the picture draws them again. */
  const isNow = computed(() => timeline.day === null && !timeline.comparing)
  const permits = computed(() => (layers.visibility.workPermits && isNow.value ? work.value : []))
  const inFrame = (frame: Box) =>
    permits.value.flatMap(({ kind, longitude, latitude }) => {
      const { x, y } = map.project([longitude, latitude])
      const place = { x: x - frame.left, y: y - frame.top }
      const isIn = place.x > 0 && place.y > 0 && place.x < frame.width && place.y < frame.height
      return isIn ? [{ kind, ...place }] : []
    })
  const kinds = computed(() => {
    void camera.current
    const seen = new Set(inFrame(frameOf()).map(({ kind }) => kind))
    return WORK_PERMIT_KIND_ORDER.filter((kind) => seen.has(kind))
  })
  const { content, proposedTitle, fileSubject, asOf, day } = usePictureContent(kinds, second)
  watch(proposedTitle, (title) => store.propose(title), { immediate: true })

  /** Lays the later date over the earlier one, and tells where it begins. */
  async function addSecond(
    first: { canvas: HTMLCanvasElement; ratio: number },
    frame: Box,
    { map: mapOf, isReady, share, told }: SecondMap,
  ): Promise<Divider> {
    await settled(isReady, ended.signal)
    const later = mapOf()
    if (!later) throw new PictureError('lost')
    const { canvas } = await captureMap(later, frame, ended.signal)
    const x = share() * map.getContainer().clientWidth - frame.left
    joinSides(first.canvas, canvas, x * first.ratio)
    const { left, right } = told()
    return { x: x / textScale.value, left, right }
  }

  async function draw(wish: PictureWish) {
    const frame = frameOf()
    const size = textScale.value
    const isShown = () =>
      (points.status !== 'ready' || points.day === timeline.day) &&
      (second() !== null || !timeline.comparing)
    await settled(isShown, ended.signal)
    const later = second()
    const captured = await captureMap(map, frame, ended.signal)
    const { canvas, ratio: mapRatio } = captured
    const divider = later && (await addSecond(captured, frame, later))
    const ratio = wish.purpose === 'file' ? Math.max(FILE_RATIO, mapRatio) : mapRatio
    const signs: MapSign[] = inFrame(frame).map(({ kind, x, y }) => ({
      sign: WORK_PERMIT_KINDS[kind].sign,
      x: x / size,
      y: y / size,
    }))
    const { latitude = 0, zoom = 0, bearing = 0 } = camera.current ?? {}
    const picture = measureSpan('picture', () =>
      drawPicture({
        map: canvas,
        mapRatio: mapRatio * size,
        ratio: ratio * size,
        theme: session.theme,
        content: { ...content.value, title: wish.title.trim() || content.value.title },
        signs,
        divider,
        bar: scaleBar(metresPerPixel(latitude, zoom) * size, 160),
        bearing,
      }),
    )
    const file = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'))
    if (!file) throw new PictureError('tooLarge')
    const when = { asOf: asOf.value ?? new Date().toISOString(), day: day.value }
    const district = areaName(DISTRICT_CODE).replace(/区$/, '')
    const fileName = exportFileName(district, fileSubject.value, when, 'png')
    store.deliver({ wish, file, fileName, width: picture.width, height: picture.height })
  }

  /** One at a time: the map has one size. */
  let turn: Promise<void> = Promise.resolve()
  watch(
    () => store.wish,
    (wish) => {
      if (!wish) return
      turn = turn.then(() =>
        store.wish === wish
          ? draw(wish).catch((cause: unknown) => {
              if (!(cause instanceof PictureError)) console.error(cause)
              store.fail(cause instanceof PictureError ? cause.reason : 'lost')
            })
          : undefined,
      )
    },
    { immediate: true },
  )

  const touch = useDebounceFn(() => store.touch(), STILL_MILLISECONDS)
  watch(
    () => [
      content.value,
      camera.current,
      overlays.overlays,
      points.marks,
      second()?.revision(),
      session.theme,
      locale.value,
      t,
    ],
    () => void touch(),
  )
}
