import type { Component } from 'vue'
import type { Labels } from '#data/domain/locales'

/**
 * A section of the work page. `component` is lazy, with its own words (`lazyWithWords`), and is
 * given the area: `defineProps<{ area: string }>()`. What it needs besides stands in the address.
 */
export type WorkSection = { labels: Labels; component: Component }

/** In the order of the menu; the key is what the address has: /work/hidden-dangers. */
export const WORK_SECTIONS: Readonly<Record<string, WorkSection>> = {}
