import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useToolQueryStore } from '../../../../client/stores/toolQuery.ts'

beforeEach(() => setActivePinia(createPinia()))

test('what a link says to a tool is kept until the tool comes; the rest is nobody’s', () => {
  const tools = useToolQueryStore()
  tools.arrive({ analysis: 'heat', day: '20000', area: '440307', other: 'x', weight: ['a', 'b'] })
  expect(tools.query).toEqual({ analysis: 'heat', day: '20000' })
  expect(tools.arrivals).toBe(1)
})

test('a tool writes its own names and leaves those of others', () => {
  const tools = useToolQueryStore()
  tools.arrive({ analysis: 'heat', day: '20000' })
  tools.write({ analysis: 'hexagons', edge: '800', weight: undefined })
  expect(tools.query).toEqual({ analysis: 'hexagons', edge: '800', day: '20000' })
  tools.write({ analysis: undefined, edge: undefined })
  expect(tools.query).toEqual({ day: '20000' })
})

test('writing the same again changes nothing, so that the address is not written anew', () => {
  const tools = useToolQueryStore()
  tools.write({ analysis: 'heat' })
  const before = tools.query
  tools.write({ analysis: 'heat' })
  expect(tools.query).toBe(before)
})
