import {
  HIDDEN_DANGER_CATEGORIES,
  HIDDEN_DANGER_SEVERITIES,
  HIDDEN_DANGER_SOURCES,
  HIDDEN_DANGER_STATES,
} from '#data/domain/hiddenDangers'
import type { Labels } from '#data/domain/locales'
import type { HiddenDangerFilters } from '../../api/hiddenDangers.ts'

/** Switches of the ledger: on or left out. */
export const LEDGER_FLAGS = ['open', 'overdue', 'supervised', 'nails'] as const
/** Of a place that a link names: shown as a chip that can be taken off. */
export const LEDGER_PLACES = ['park', 'enterprise', 'riskPoint'] as const

type Registry = Readonly<Record<string, { labels: Labels }>>
/** One of several, by its registry. */
export const LEDGER_CHOICES = {
  states: { name: 'state', entries: HIDDEN_DANGER_STATES },
  severity: { name: 'severity', entries: HIDDEN_DANGER_SEVERITIES },
  category: { name: 'category', entries: HIDDEN_DANGER_CATEGORIES },
  source: { name: 'source', entries: HIDDEN_DANGER_SOURCES },
} as const satisfies Record<string, { name: string; entries: Registry }>
export type LedgerChoice = keyof typeof LEDGER_CHOICES
export const LEDGER_CHOICE_ORDER = Object.keys(LEDGER_CHOICES) as LedgerChoice[]

export const entriesOf = (choice: LedgerChoice): [string, { labels: Labels }][] =>
  Object.entries(LEDGER_CHOICES[choice].entries)

const FREE = ['q', ...LEDGER_PLACES] as const
/** Every name of the address that narrows the ledger. */
export const LEDGER_NAMES = [
  ...LEDGER_FLAGS,
  ...FREE,
  ...LEDGER_CHOICE_ORDER.map((choice) => LEDGER_CHOICES[choice].name),
]

/** What the address asks for; what is mistyped in it narrows nothing. */
export function readLedgerFilters(
  area: string,
  textOf: (name: string) => string | null,
): HiddenDangerFilters {
  const filters: Record<string, string | undefined> = { area }
  for (const flag of LEDGER_FLAGS) filters[flag] = textOf(flag) === 'true' ? 'true' : undefined
  for (const name of FREE) filters[name] = textOf(name)?.trim().slice(0, 100) || undefined
  for (const choice of LEDGER_CHOICE_ORDER) {
    const { name, entries } = LEDGER_CHOICES[choice]
    const asked = (textOf(name) ?? '').split(',').filter((each) => Object.hasOwn(entries, each))
    filters[name] = asked.join(',') || undefined
  }
  // A state says itself whether it is open.
  filters.open = filters.state || textOf('open') === 'false' ? undefined : 'true'
  filters.order = textOf('order') === 'latest' ? 'latest' : undefined
  return filters
}
