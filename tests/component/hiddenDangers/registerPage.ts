import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import CheckRegister from '../../../client/components/checks/CheckRegister.vue'
import { fakeServer } from '../quality/fakeServer.ts'
import { CHECK, ITEM, WORK_READS } from './answers.ts'
import { FakeRequest } from './fakeUpload.ts'
import { mountWork } from './mountWork.ts'

/** The server that 检查登记 speaks to, anew for each test, and the keys that writes were sent with. */
export const register: { server: ReturnType<typeof fakeServer>; keys: (string | null)[] } = {
  server: fakeServer({}),
  keys: [],
}

/** To be called once in a file of tests. */
export function serveRegister() {
  beforeEach(() => {
    sessionStorage.clear()
    localStorage.clear()
    FakeRequest.sent = []
    vi.stubGlobal('XMLHttpRequest', FakeRequest)
    register.server = fakeServer({
      ...WORK_READS,
      'GET /api/search': {
        items: [
          {
            kind: 'enterprise',
            code: 'DEMO-E-00001',
            name: '砚序禾五金抛光厂',
            context: '坂田街道 › 榕嶂科创园',
            areaCode: ITEM.areaCode,
            parkCode: ITEM.parkCode,
            position: null,
          },
          {
            kind: 'area',
            code: '440307013',
            name: '坂田街道',
            context: '',
            areaCode: '440307013',
            parkCode: null,
            position: null,
          },
        ],
      },
      'POST /api/checks': CHECK,
    })
    const keys: (string | null)[] = []
    register.keys = keys
    const answer = globalThis.fetch
    vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
      if (init.method === 'POST') keys.push(new Headers(init.headers).get('Idempotency-Key'))
      return answer(address, init)
    })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.replaceChildren()
  })
}

export const open = () => mountWork(CheckRegister, { area: '440307' }, '/work?register=new')
export type Page = Awaited<ReturnType<typeof open>>['wrapper']
export async function choose(wrapper: Page) {
  await wrapper.get('[data-object=DEMO-E-00001]').trigger('click')
  await flushPromises()
}
export const press = async (wrapper: Page, selector: string) => {
  await wrapper.get(selector).trigger('click')
  await flushPromises()
}
