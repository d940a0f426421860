import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type ComponentMountingOptions } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component } from 'vue'
import { i18n } from '../../client/i18n.ts'

/** Mounts a component with the plugins of the page, with stores of its own and answers at hand. */
export function mountWith<C extends Component>(
  component: C,
  options: ComponentMountingOptions<C> = {},
  answers: readonly (readonly [queryKey: readonly string[], answer: unknown])[] = [],
) {
  const pinia = createPinia()
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity } },
  })
  for (const [queryKey, answer] of answers) queryClient.setQueryData(queryKey, answer)
  const wrapper = mount(component, {
    ...options,
    attachTo: document.body,
    global: {
      plugins: [pinia, i18n, [VueQueryPlugin, { queryClient }], ...(options.global?.plugins ?? [])],
    },
  } as ComponentMountingOptions<C>)
  return { wrapper, pinia }
}
