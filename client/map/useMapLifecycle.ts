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
import type { Bounds } from '../stores/camera.ts'
import type { PointsState } from '../stores/points.ts'
import { styleOf } from './applyScene.ts'
import type { Scene } from './scene.ts'
import type { PointAt } from './useMapEvents.ts'
import { useMapSync } from './useMapSync.ts'
import type { PointsNeeds } from './usePoints.ts'

/** Wait before a lost graphics device is tried again, doubled each time up to the longest. */
const FIRST_REBUILD_MILLISECONDS = 500
const LONGEST_REBUILD_MILLISECONDS = 30_000

/** What tells the map of the page from the second one of a comparison. */
export type MapRole = {
  /** False for a map that only follows another one: it takes no pointer and no key. */
  interactive: boolean
  /** Runs in the effect scope of the new map; what it answers is run when the map goes. */
  attach(map: MapLibreMap, pointAt: PointAt): () => void
  /** The graphics device is lost: what the next map is to begin with. */
  keep(): void
  /** The first frame is drawn, or never will be. */
  settle(drawn: boolean): void
}

type MapNeeds = {
  container: Readonly<Ref<HTMLElement | null>>
  scene: Readonly<Ref<Scene | null>>
  bounds: Readonly<Ref<Bounds>>
  points: PointsNeeds & { points: PointsState }
  role: MapRole
}

/** Why there is no map, if so: the device is being recovered, or it cannot be had. */
export type MapTrouble = { kind: 'recovering' } | { kind: 'failed'; reason: string }

/**
 * Builds a map once there is a scene, and again from the stores after the graphics device was lost:
 * MapLibre would restore itself, but deck.gl would draw nothing.
 */
export function useMapLifecycle({ container, scene, bounds, points, role }: MapNeeds) {
  const map = shallowRef<MapLibreMap | null>(null)
  const trouble = ref<MapTrouble | null>(null)
  let scope: EffectScope | null = null
  let disposals: (() => void)[] = []
  let drawnPointAt: PointAt = () => null
  const pointAt: PointAt = (x, y) => drawnPointAt(x, y)
  let losses = 0
  let timer = 0

  function teardown() {
    clearTimeout(timer)
    drawnPointAt = () => null
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
    role.keep()
    teardown()
    trouble.value = { kind: 'recovering' }
    const wait = Math.min(LONGEST_REBUILD_MILLISECONDS, FIRST_REBUILD_MILLISECONDS * 2 ** losses)
    losses += 1
    timer = window.setTimeout(() => void build(), wait)
  }

  async function showPoints(target: MapLibreMap) {
    try {
      // deck.gl and Arrow come after the first frame: the map is interactive before the points.
      const { usePoints } = await import('./usePoints.ts')
      if (map.value !== target) return
      scope?.run(() => {
        const layer = usePoints(target, points)
        drawnPointAt = layer.pointAt
        disposals.push(layer.dispose)
      })
      points.points.load()
    } catch {
      points.points.fail({ kind: 'chunk', status: 0 })
    }
  }

  function attach(created: MapLibreMap, first: Scene) {
    map.value = created
    disposals.push(() => created.remove())
    created.on('webglcontextlost', recover)
    scope = effectScope()
    scope.run(() => {
      disposals.push(role.attach(created, pointAt), useMapSync(created, scene, first))
    })
    created.once('load', () => {
      role.settle(true)
      trouble.value = null
      losses = 0
      void showPoints(created)
    })
  }

  async function build() {
    const first = scene.value
    if (map.value || !container.value || !first) return
    try {
      const { createMap } = await import('./createMap.ts')
      if (map.value || !container.value) return
      const style = styleOf(first)
      attach(createMap(container.value, style, bounds.value, role.interactive), first)
    } catch (cause) {
      if (losses) return recover()
      role.settle(false)
      trouble.value = { kind: 'failed', reason: cause instanceof Error ? cause.message : '' }
    }
  }

  // Only the first scene builds; later ones are differences that the sync carries over.
  watch([scene, container], () => !losses && void build(), { immediate: true })
  onBeforeUnmount(teardown)

  return { map, trouble, pointAt }
}
