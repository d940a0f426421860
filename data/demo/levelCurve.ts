/**
 * 重大 and 较大 risk points at the end of each month of the story's year (CONTENT.md 4.4), and how
 * many were lowered or raised in it so that the one month leads to the next. `lowered` are 较大 that
 * became 一般, `majorLowered` 重大 that became 较大, `raised` 一般 that became 较大 (May: lithium
 * batteries were reviewed together).
 */
export const LEVEL_CURVE = [
  { month: '2025-12', major: 31, larger: 548, lowered: 0, majorLowered: 0, raised: 0 },
  { month: '2026-01', major: 31, larger: 546, lowered: 2, majorLowered: 0, raised: 0 },
  { month: '2026-02', major: 31, larger: 546, lowered: 0, majorLowered: 0, raised: 0 },
  { month: '2026-03', major: 30, larger: 541, lowered: 6, majorLowered: 1, raised: 0 },
  { month: '2026-04', major: 30, larger: 536, lowered: 5, majorLowered: 0, raised: 0 },
  { month: '2026-05', major: 29, larger: 552, lowered: 6, majorLowered: 1, raised: 21 },
  { month: '2026-06', major: 28, larger: 545, lowered: 8, majorLowered: 1, raised: 0 },
  { month: '2026-07', major: 27, larger: 536, lowered: 10, majorLowered: 1, raised: 0 },
  { month: '2026-08', major: 27, larger: 527, lowered: 9, majorLowered: 0, raised: 0 },
  { month: '2026-09', major: 26, larger: 519, lowered: 9, majorLowered: 1, raised: 0 },
  { month: '2026-10', major: 26, larger: 511, lowered: 8, majorLowered: 0, raised: 0 },
  { month: '2026-11', major: 25, larger: 499, lowered: 13, majorLowered: 1, raised: 0 },
] as const

/** The day that the curve was drawn for; another moves all its days with it. */
export const CURVE_DAY = '2026-11-23'
