import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import SearchBox from '../../client/components/bar/SearchBox.vue'
import { usePlaceStore } from '../../client/stores/place.ts'
import { useToolQueryStore } from '../../client/stores/toolQuery.ts'
import { mountWith } from './mountWith.ts'

const street = (code: string, name: string) => ({
  kind: 'area',
  code,
  name,
  context: '龙岗区',
  areaCode: code,
  parkCode: null,
  position: null,
})
const PINGHU = street('440307003', '平湖街道')
const BANTIAN = street('440307006', '坂田街道')

/** Lets time pass, and with it what was put off: debounce, answers, notices of the query. */
async function pass(milliseconds: number) {
  await flushPromises()
  await vi.advanceTimersByTimeAsync(milliseconds)
  await flushPromises()
}

/** Questions that wait for their answer, by text. */
const waiting = new Map<string, (response: Response) => void>()

async function answer(text: string, items: unknown[]) {
  waiting.get(text)?.(new Response(JSON.stringify({ items })))
  await pass(10)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('fetch', (url: string) => {
    const text = new URL(url, 'http://here').searchParams.get('q') ?? ''
    return new Promise<Response>((resolve) => waiting.set(text, resolve))
  })
})
afterEach(() => {
  waiting.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function mountSearch() {
  const { wrapper, pinia } = mountWith(SearchBox)
  const input = wrapper.get('input')
  const place = usePlaceStore(pinia)
  return {
    wrapper,
    input,
    opened: () => place.place.areaCode,
    place,
    tools: useToolQueryStore(pinia),
    type: (text: string) => input.setValue(text),
    rest: () => pass(200),
  }
}

test('Enter before the results of what was typed waits for them', async () => {
  const { input, type, rest, opened } = mountSearch()
  await type('ph')
  await rest()
  await answer('ph', [PINGHU])
  await type('bt')
  await input.trigger('keydown', { key: 'Enter' })
  expect(opened()).toBe('440307')
  await rest()
  expect(opened()).toBe('440307')
  await answer('bt', [BANTIAN])
  expect(opened()).toBe(BANTIAN.code)
})

test('typing on takes the Enter back', async () => {
  const { input, type, rest, opened } = mountSearch()
  await type('b')
  await input.trigger('keydown', { key: 'Enter' })
  await type('bt')
  await rest()
  await answer('bt', [BANTIAN])
  expect(opened()).toBe('440307')
  await input.trigger('keydown', { key: 'Enter' })
  expect(opened()).toBe(BANTIAN.code)
})

test('Enter and Esc belong to the input method while it composes', async () => {
  const { wrapper, input, type, rest, opened } = mountSearch()
  const above = vi.fn()
  window.addEventListener('keydown', above)
  await type('bt')
  await rest()
  await answer('bt', [BANTIAN])
  await input.trigger('keydown', { key: 'Enter', isComposing: true })
  expect(opened()).toBe('440307')
  above.mockClear()
  await input.trigger('keydown', { key: 'Escape', isComposing: true })
  expect(wrapper.findAll('[role=option]')).toHaveLength(1)
  expect(above).not.toHaveBeenCalled()
  await input.trigger('keydown', { key: 'Escape' })
  expect(wrapper.find('[role=option]').exists()).toBe(false)
  expect(above).not.toHaveBeenCalled()
  window.removeEventListener('keydown', above)
})

test('a thing of a site opens in its park, as a link to it does', async () => {
  const { input, type, rest, place, tools } = mountSearch()
  tools.write({ floor: '3', site: 'camera' })
  const arrivals = tools.arrivals
  await type('3栋')
  await rest()
  const [areaCode, parkCode] = ['440307003001', 'DEMO-P-0007']
  const context = '平湖街道 › 凤凰社区 › 示范园'
  const found = { kind: 'siteFeature', code: `${parkCode}-B03`, name: '3栋' }
  await answer('3栋', [{ ...found, context, areaCode, parkCode, position: [114, 22.6] }])
  await input.trigger('keydown', { key: 'Enter' })
  expect(place.place).toMatchObject({ areaCode, parkCode, riskPointCode: null })
  expect(tools.query).toEqual({ site: 'camera', feature: found.code })
  expect(tools.arrivals).toBe(arrivals + 1)
})
