import { afterEach, expect, test, vi } from 'vitest'
import MapRail from '../../client/components/rail/MapRail.vue'
import { useCameraStore } from '../../client/stores/camera.ts'
import { useNotesStore } from '../../client/stores/notes.ts'
import { usePlaceStore } from '../../client/stores/place.ts'
import { mountWith } from './mountWith.ts'

let stop = () => {}
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

/** The drawer in a street, on a page where Esc goes up a place. */
async function mountOpenDrawer() {
  const { wrapper, pinia } = mountWith(MapRail)
  const place = usePlaceStore(pinia)
  place.open({ areaCode: '440307003' })
  const goUp = (event: KeyboardEvent) => {
    if (event.key === 'Escape') place.goUp()
  }
  window.addEventListener('keydown', goUp)
  stop = () => {
    window.removeEventListener('keydown', goUp)
    wrapper.unmount()
  }
  await wrapper.get('[data-tool=layers]').trigger('click')
  const press = async (target: EventTarget) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await wrapper.vm.$nextTick()
  }
  return { wrapper, pinia, place, press }
}

test.each(['[data-tool=layers]', '.drawer input', 'body'])(
  'Esc on %s closes the drawer only',
  async (at) => {
    const { wrapper, place, press } = await mountOpenDrawer()
    await press(at === 'body' ? document.body : wrapper.get(at).element)
    expect(wrapper.find('.drawer').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.get('[data-tool=layers]').element)
    expect(place.place.areaCode).toBe('440307003')
  },
)

test('the next Esc goes up a place', async () => {
  const { place, press } = await mountOpenDrawer()
  await press(document.body)
  await press(document.body)
  expect(place.isHome).toBe(true)
})

test('an open dialog has Esc for itself', async () => {
  const { wrapper, pinia, press } = await mountOpenDrawer()
  useNotesStore(pinia).show()
  await press(document.body)
  expect(wrapper.find('.drawer').exists()).toBe(true)
})

test('the focus goes into a drawer, stays in it, and goes back to its button', async () => {
  const { wrapper } = await mountOpenDrawer()
  const drawer = wrapper.get('.drawer').element
  expect(document.activeElement).toBe(drawer)
  const control = document.createElement('button')
  drawer.append(control)
  control.focus()
  control.remove()
  await vi.waitFor(() => expect(document.activeElement).toBe(drawer))
  await wrapper.get('.drawer .shut').trigger('click')
  await vi.waitFor(() =>
    expect(document.activeElement).toBe(wrapper.get('[data-tool=layers]').element),
  )
  expect(wrapper.find('.drawer').exists()).toBe(false)
})

test('a view that nobody moved is fitted beside an open drawer, another is left alone', async () => {
  const { wrapper, pinia, press } = await mountOpenDrawer()
  const camera = useCameraStore(pinia)
  await press(document.body)
  expect(camera.covered).toBe(0)
  camera.want({ bounds: [114, 22, 115, 23] })
  const fitted = camera.wanted
  await wrapper.get('[data-tool=layers]').trigger('click')
  expect(camera.covered).toBe(304)
  expect(camera.wanted).not.toBe(fitted)
  expect(camera.wanted).toEqual(fitted)
  camera.release()
  const moved = camera.wanted
  await press(document.body)
  expect(camera.covered).toBe(0)
  expect(camera.wanted).toBe(moved)
})
