import type { LocationQuery } from 'vue-router'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

/**
 * Names in the address that belong to tools of the drawers. The tools come after the first frame, so
 * what a link says under these names is kept as it stands until their owner reads it.
 */
const TOOL_KEYS = [
  'analysis',
  'weight',
  'bandwidth',
  'breaks',
  'edge',
  'extruded',
  'rings',
  'correction',
  'opacity',
  'within',
  'day',
  'day2',
  'around',
  'coverage',
  'domino',
  'travel',
  'floor',
  'feature',
  'site',
] as const
export type ToolKey = (typeof TOOL_KEYS)[number]
export type ToolQuery = Readonly<Partial<Record<ToolKey, string>>>

const given = (query: Readonly<Record<string, unknown>>): ToolQuery =>
  Object.fromEntries(
    TOOL_KEYS.flatMap((key) => {
      const value = query[key]
      return typeof value === 'string' && value ? [[key, value]] : []
    }),
  )

/** What tools put into the address, and read from it on every arrival. */
export const useToolQueryStore = defineStore('toolQuery', () => {
  const query = shallowRef<ToolQuery>({})
  /** Counts the links, Backs and Forwards that came: each is to be read. */
  const arrivals = ref(0)
  /** Whether the last of them says where the map looks: then no tool moves it. */
  const framed = ref(false)

  return {
    query,
    arrivals,
    framed,
    arrive: (linked: LocationQuery, isFramed = false) => {
      query.value = given(linked)
      framed.value = isFramed
      arrivals.value += 1
    },
    /** A tool's own names, each with its text, or undefined where it is as by default. */
    write: (part: Readonly<Partial<Record<ToolKey, string | undefined>>>) => {
      const next = given({ ...query.value, ...part })
      if (JSON.stringify(next) !== JSON.stringify(query.value)) query.value = next
    },
  }
})
