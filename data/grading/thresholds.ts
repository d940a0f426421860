import type { RiskLevel } from '../domain/riskLevels.ts'

/** Where a level begins: at the value itself (`>=`) or only above it (`>`). */
export type Bound = { value: number; inclusive: boolean }

/** Lower bounds of the three upper levels; whatever is below `general` is low. */
export type Thresholds = {
  /** What a stored score names, so that it says by which bands it was graded. */
  version: string
  bounds: { major: Bound; larger: Bound; general: Bound }
}

/**
 * Bands of D = L·E·C: above 320 red, 160 to 320 orange, 70 to 160 yellow. Sources leave the
 * boundaries open; that 320 and 160 are 较大 and 70 is 一般 is a 建议值.
 */
export const LEC_THRESHOLDS: Thresholds = {
  version: 'LEC-2026.1',
  bounds: {
    major: { value: 320, inclusive: false },
    larger: { value: 160, inclusive: true },
    general: { value: 70, inclusive: true },
  },
}

/** Bands of L·S in the manner of DB37/T 2882-2016: 20–25 red, 15–16 orange, 9–12 yellow. */
export const RISK_MATRIX_THRESHOLDS: Thresholds = {
  version: 'LS-2026.1',
  bounds: {
    major: { value: 20, inclusive: true },
    larger: { value: 15, inclusive: true },
    general: { value: 9, inclusive: true },
  },
}

/** Highest first. */
const BOUND_ORDER = ['major', 'larger', 'general'] as const
const FORM = 'three lower bounds from major to general, for example >320,>=160,>=70'

/** @throws RangeError when the score is not a number above zero. */
export function levelOfScore(score: number, { bounds }: Thresholds): RiskLevel {
  if (!Number.isFinite(score) || score <= 0) {
    throw new RangeError(`${score} is not a score: it must be a number above 0`)
  }
  return BOUND_ORDER.find((level) => reaches(score, bounds[level])) ?? 'low'
}

/** As `parseThresholds` reads them: `>320,>=160,>=70`. */
export function formatThresholds({ bounds }: Thresholds): string {
  return BOUND_ORDER.map((level) => formatBound(bounds[level])).join(',')
}

/**
 * Reads `>320,>=160,>=70`; spaces are allowed. Bounds other than those of `base` become part of the
 * version: `LEC-2026.1(>300,>=160,>=70)`.
 * @throws RangeError that says what is wrong and shows the form.
 */
export function parseThresholds(text: string, base: Thresholds): Thresholds {
  const parts = text.split(',')
  if (parts.length !== BOUND_ORDER.length) {
    throw new RangeError(`"${text}" has ${parts.length} parts; thresholds are ${FORM}`)
  }
  const [major, larger, general] = parts.map(parseBound) as [Bound, Bound, Bound]
  if (!(major.value > larger.value && larger.value > general.value)) {
    throw new RangeError(`"${text}" does not descend; thresholds are ${FORM}`)
  }
  const bounds = { major, larger, general }
  const normalised = formatThresholds({ version: '', bounds })
  const isBase = normalised === formatThresholds(base)
  return { version: isBase ? base.version : `${base.version}(${normalised})`, bounds }
}

function parseBound(part: string): Bound {
  const [, sign, digits] = /^\s*(>=?)\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? []
  const value = Number(digits)
  if (!sign || !Number.isFinite(value) || value <= 0) {
    throw new RangeError(
      `"${part.trim()}" is not > or >= and a number above 0; thresholds are ${FORM}`,
    )
  }
  return { value, inclusive: sign === '>=' }
}

function formatBound({ value, inclusive }: Bound): string {
  return `${inclusive ? '>=' : '>'}${value}`
}

function reaches(score: number, { value, inclusive }: Bound): boolean {
  return inclusive ? score >= value : score > value
}
