import { afterEach, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useWorkOnMap } from '../../../client/composables/useWorkOnMap.ts'
import { useCameraStore } from '../../../client/stores/camera.ts'
import { useOverlaysStore } from '../../../client/stores/overlays.ts'
import { mountWith } from '../mountWith.ts'

afterEach(() => vi.unstubAllGlobals())

const OVERLAY = { sources: {}, below: [], above: [], replacesAreaColours: true }
const Count = defineComponent({
  setup() {
    const work = useWorkOnMap()
    return () => h('p', String(work.value.length))
  },
})

test('signs of dangerous work leave an analysis of the district, and come back closer in', async () => {
  // What goes on is asked for anew at once; the answer at hand stands meanwhile.
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const answer = { items: [{ code: 'W-1' }, { code: 'W-2' }] }
  const { wrapper, pinia } = mountWith(Count, {}, [[['offices', 'ongoingWork'], answer]])
  const count = async () => {
    await wrapper.vm.$nextTick()
    return wrapper.text()
  }
  expect(await count()).toBe('2')
  const overlays = useOverlaysStore(pinia)
  overlays.show('analysis', { ...OVERLAY, replacesAreaColours: false })
  expect(await count()).toBe('2')
  overlays.show('analysis', OVERLAY)
  expect(await count()).toBe('0')
  const camera = useCameraStore(pinia)
  camera.fitZoom = 11
  camera.report(
    { longitude: 114, latitude: 22, zoom: 13, bearing: 0, pitch: 0 },
    [113, 21, 115, 23],
  )
  expect(await count()).toBe('2')
  wrapper.unmount()
})
