import { flushPromises, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'

/** Mounts a part of the indicators or decisions with the words it says. */
export async function mountIndicators<C extends Component>(
  component: C,
  props: Record<string, unknown>,
) {
  await loadMessages('indicators')
  const page = { template: '<i />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: page }],
  })
  const options = { props, global: { plugins: [router] } } as unknown as ComponentMountingOptions<C>
  const mounted = mountWith(component, options)
  await flushPromises()
  await flushPromises()
  return mounted
}
