import type { RISK_LEVELS, RiskLevel } from '#data/domain/riskLevels'

/** Outlines of the level marks in a box of 14 × 14, as an SVG path. */
export const LEVEL_PATHS: Record<(typeof RISK_LEVELS)[RiskLevel]['shape'], string> = {
  square: 'M2.5 2.5h9v9h-9z',
  triangle: 'M7 1.6 13 12.2H1z',
  diamond: 'M7 1 13 7 7 13 1 7z',
  circle: 'M7 1.8a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4z',
}
