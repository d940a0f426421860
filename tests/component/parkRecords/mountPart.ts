import { flushPromises, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'

const PARTS = ['work', 'parkRecords', 'campaigns'] as const

/** Mounts a part of the records of parks or of the campaigns at an address, with its words. */
export async function mountPart<C extends Component>(
  component: C,
  props: Record<string, unknown> = {},
  address = '/work/parks',
) {
  await Promise.all(PARTS.map((part) => loadMessages(part)))
  const page = { template: '<i />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/work/:section?', component: page },
    ],
  })
  await router.push(address)
  const options = { props, global: { plugins: [router] } } as unknown as ComponentMountingOptions<C>
  const mounted = mountWith(component, options)
  await flushPromises()
  return { ...mounted, router }
}
