import type { Component } from 'vue'
import GradingSection from './GradingSection.vue'

/** The sections of the page by the anchor that names them. */
export const SECTIONS = {
  grading: GradingSection,
} as const satisfies Record<string, Component>

export type SectionKey = keyof typeof SECTIONS
export const SECTION_ORDER = Object.keys(SECTIONS) as SectionKey[]
export const isSection = (hash: string): hash is SectionKey => Object.hasOwn(SECTIONS, hash)
