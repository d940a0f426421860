import { z } from 'zod'
import { levelCountsSchema } from './riskLevels.ts'

/** k of the 较大以上风险值 while a review is overdue (CONTENT.md section 3.2; 建议值). */
export const OVERDUE_FACTOR = 2

/** The figures of a place, the same at every level: district, street, community and park. */
export const areaFiguresSchema = z.object({
  riskPoints: levelCountsSchema,
  /** 较大以上风险值 V = Σ w·k over 重大 (w 2) and 较大 (w 1); k is 2 while a review is overdue. */
  riskValue: z.number().nonnegative(),
  /** 重大 and 较大 risk points whose review day has passed. */
  overdueReviews: z.int().nonnegative(),
  /** Counted everywhere, drawn nowhere. */
  missingCoordinates: z.int().nonnegative(),
  hazardSources: z.int().nonnegative(),
  majorHazardSources: z.int().nonnegative(),
  parks: z.int().nonnegative(),
  demonstrationParks: z.int().nonnegative(),
  enterprises: z.int().nonnegative(),
})
export type AreaFigures = z.infer<typeof areaFiguresSchema>
