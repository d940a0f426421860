import { flushPromises, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { loadMessages } from '../../../client/i18n.ts'
import { mountWith } from '../mountWith.ts'

/** Mounts a part of the page `quality` at an address, with the words it says. */
export async function mountRecord<C extends Component>(
  component: C,
  props: Record<string, unknown> = {},
  address = '/quality',
) {
  await Promise.all([loadMessages('quality'), loadMessages('grading')])
  const page = { template: '<i />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: page },
      { path: '/quality', component: page },
    ],
  })
  await router.push(address)
  const options = { props, global: { plugins: [router] } } as unknown as ComponentMountingOptions<C>
  const mounted = mountWith(component, options)
  await flushPromises()
  return { ...mounted, router }
}
