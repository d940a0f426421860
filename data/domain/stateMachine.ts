import type { Labels } from './locales.ts'

/**
 * One step: the states it starts from (none: it makes the record) and the one it leads to; `same`
 * leaves the state and is remembered beside it.
 */
export type Edge<S extends string> = { labels: Labels; from: readonly S[]; to: S | 'same' }

type States<S extends string> = Readonly<Record<S, { labels: Labels }>>
type Edges<S extends string, A extends string> = Readonly<Record<A, Edge<S>>>

/** What may be done in which state, of a registry of states and one of steps. */
export function createStateMachine<S extends string, A extends string>(
  states: States<S>,
  edges: Edges<S, A>,
) {
  /** The state that an action leads to, or null where there is no such edge. */
  function next(state: S | null, action: A): S | null {
    const { from, to } = edges[action]
    if (state === null) return from.length === 0 && to !== 'same' ? to : null
    if (!from.includes(state)) return null
    return to === 'same' ? state : to
  }

  /** What may be done in a state, in the order of the registry. */
  const possible = (state: S): A[] =>
    (Object.keys(edges) as A[]).filter((action) => next(state, action) !== null)

  /** Why an action is not possible in a state: what it is, and in which states it would be. */
  function noSuchEdge(state: S, action: A): Labels {
    const { from, labels } = edges[action]
    const present = states[state].labels
    const needed = (locale: keyof Labels) =>
      from.map((each) => states[each].labels[locale]).join(locale === 'en' ? ', ' : '、')
    return {
      'zh-CN': `现为“${present['zh-CN']}”,不能“${labels['zh-CN']}”;须先到“${needed('zh-CN')}”。`,
      en: `It is “${present.en}”, so “${labels.en}” is not possible; it must first be: ${needed('en')}.`,
    }
  }

  return { next, possible, noSuchEdge }
}
