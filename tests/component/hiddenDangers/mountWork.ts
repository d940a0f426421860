import { flushPromises, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'

/** Mounts a part of the work page at an address, with the words it says. */
export async function mountWork<C extends Component>(
  component: C,
  props: Record<string, unknown> = {},
  address = '/work',
) {
  await Promise.all([loadMessages('work'), loadMessages('hiddenDangers')])
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
  // What is read shows parts that read on.
  await flushPromises()
  await flushPromises()
  return { ...mounted, router }
}
