import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  effectScope,
  onBeforeUnmount,
  ref,
  shallowRef,
  watch,
  type EffectScope,
  type Ref,
} from 'vue'
import { useCameraStore, type Bounds } from '../stores/camera.ts'
import { usePointsStore } from '../stores/points.ts'
import type { HoveredPoint } from '../stores/hover.ts'
import { styleOf } from './applyScene.ts'
import type { Scene } from './scene.ts'
import { useMapEvents, type PointAt } from './useMapEvents.ts'
import { useMapSync, type Padding } from './useMapSync.ts'

/** Wait before a lost graphics device is tried again, doubled each time up to the longest. */
const FIRST_REBUILD_MILLISECONDS = 500
const LONGEST_REBUILD_MILLISECONDS = 30_000

type MapNeeds = {
  container: Readonly<Ref<HTMLElement | null>>
  scene: Readonly<Ref<Scene | null>>
  bounds: Readonly<Ref<Bounds>>
  /** Room that the panels take from the map. */
  padding: Readonly<Ref<Padding>>
  selectedPosition: () => readonly [number, number] | null
  textScale: () => number
  openPoint: (point: HoveredPoint) => void
}

/** Why there is no map, if so: the device is being recovered, or it cannot be had. */
export type MapTrouble = { kind: 'recovering' } | { kind: 'failed'; reason: string }

/**
 * Builds the map once there is a scene, and again from the stores after the graphics device was
 * lost: MapLibre would restore itself, but deck.gl would draw nothing.
 */
export function useMapLifecycle(needs: MapNeeds) {
  const camera = useCameraStore()
  const points = usePointsStore()
  const map = shallowRef<MapLibreMap | null>(null)
  const trouble = ref<MapTrouble | null>(null)
  let scope: EffectScope | null = null
  let disposals: (() => void)[] = []
  let pointAt: PointAt = () => null
  let losses = 0
  let timer = 0

  function teardown() {
    clearTimeout(timer)
    pointAt = () => null
    scope?.stop()
    for (const dispose of disposals.reverse()) {
      try {
        dispose()
      } catch (cause) {
        // A lost device throws while it is let go of; what matters is that it goes.
        console.info('The map was let go of with a complaint:', cause)
      }
    }
    disposals = []
    map.value = null
  }

  function recover() {
    if (camera.current) camera.want({ camera: camera.current })
    teardown()
    trouble.value = { kind: 'recovering' }
    const wait = Math.min(LONGEST_REBUILD_MILLISECONDS, FIRST_REBUILD_MILLISECONDS * 2 ** losses)
    losses += 1
    timer = window.setTimeout(() => void build(), wait)
  }

  /** The zoom that scales count from: the whole district in this window. */
  function measureFit(target: MapLibreMap) {
    const [west, south, east, north] = needs.bounds.value
    const fit = target.cameraForBounds([west, south, east, north], { padding: needs.padding.value })
    if (fit?.zoom !== undefined) camera.fitZoom = fit.zoom
  }

  async function showPoints(target: MapLibreMap) {
    try {
      // deck.gl and Arrow come after the first frame: the map is interactive before the points.
      const { usePoints } = await import('./usePoints.ts')
      if (map.value !== target) return
      scope?.run(() => {
        const layer = usePoints(target, needs.selectedPosition, needs.textScale)
        pointAt = layer.pointAt
        disposals.push(layer.dispose)
      })
      points.load()
    } catch {
      points.fail({ kind: 'chunk', status: 0 })
    }
  }

  function attach(created: MapLibreMap, first: Scene) {
    map.value = created
    disposals.push(() => created.remove())
    created.on('webglcontextlost', recover)
    measureFit(created)
    if (!camera.wanted) camera.want({ bounds: needs.bounds.value })
    scope = effectScope()
    scope.run(() => {
      disposals.push(useMapSync(created, needs.scene, first, needs.padding))
      disposals.push(useMapEvents(created, (x, y) => pointAt(x, y), needs.openPoint))
    })
    created.on('resize', () => {
      measureFit(created)
      camera.refit()
    })
    created.once('load', () => {
      performance.mark('longgang:first-frame')
      camera.settled = true
      trouble.value = null
      losses = 0
      void showPoints(created)
    })
  }

  async function build() {
    const first = needs.scene.value
    if (map.value || !needs.container.value || !first) return
    try {
      const { createMap } = await import('./createMap.ts')
      if (map.value || !needs.container.value) return
      attach(createMap(needs.container.value, styleOf(first), needs.bounds.value), first)
    } catch (cause) {
      if (losses) return recover()
      camera.settled = true
      trouble.value = { kind: 'failed', reason: cause instanceof Error ? cause.message : '' }
    }
  }

  // Only the first scene builds; later ones are differences that the sync carries over.
  watch([needs.scene, needs.container], () => !losses && void build(), { immediate: true })
  onBeforeUnmount(teardown)

  return { map, trouble }
}
