import type { Component } from 'vue'
import AccidentTypesSection from './AccidentTypesSection.vue'
import ClausesSection from './ClausesSection.vue'
import ConsequencesSection from './ConsequencesSection.vue'
import GradingSection from './GradingSection.vue'
import IndustriesSection from './IndustriesSection.vue'
import MajorHazardSection from './MajorHazardSection.vue'
import SubstancesSection from './SubstancesSection.vue'

/** The sections of the page by the anchor that names them. */
export const SECTIONS = {
  grading: GradingSection,
  'major-hazard': MajorHazardSection,
  consequences: ConsequencesSection,
  substances: SubstancesSection,
  'accident-types': AccidentTypesSection,
  industries: IndustriesSection,
  clauses: ClausesSection,
} as const satisfies Record<string, Component>

export type SectionKey = keyof typeof SECTIONS
export const SECTION_ORDER = Object.keys(SECTIONS) as SectionKey[]
export const isSection = (hash: string): hash is SectionKey => Object.hasOwn(SECTIONS, hash)
