import * as z from 'zod/mini'
import { levelCountsSchema } from './riskLevels.ts'

/** k of the 较大以上风险值 while a review or a hidden danger is overdue (CONTENT.md 3.2; 建议值). */
export const OVERDUE_FACTOR = 2

/** The figures of a place, the same at every level: district, street, community and park. */
export const areaFiguresSchema = z.object({
  riskPoints: levelCountsSchema,
  /** 较大以上风险值 V = Σ w·k over 重大 (w 2) and 较大 (w 1); k is 2 while something is overdue. */
  riskValue: z.number().check(z.nonnegative()),
  /** 重大 and 较大 risk points whose review day has passed. */
  overdueReviews: z.int().check(z.nonnegative()),
  /** Counted everywhere, drawn nowhere. */
  missingCoordinates: z.int().check(z.nonnegative()),
  hazardSources: z.int().check(z.nonnegative()),
  majorHazardSources: z.int().check(z.nonnegative()),
  parks: z.int().check(z.nonnegative()),
  demonstrationParks: z.int().check(z.nonnegative()),
  enterprises: z.int().check(z.nonnegative()),
  /** 未销号. */
  openHiddenDangers: z.int().check(z.nonnegative()),
  /** 逾期未改: open although the ORIGINAL deadline has passed. */
  overdueHiddenDangers: z.int().check(z.nonnegative()),
  openMajorHiddenDangers: z.int().check(z.nonnegative()),
  overdueMajorHiddenDangers: z.int().check(z.nonnegative()),
  /** 按期整改率 of the last 90 days: what fell due, and what of it was closed in time. */
  dueHiddenDangers: z.int().check(z.nonnegative()),
  closedInTime: z.int().check(z.nonnegative()),
  /** 专项完成率: targets of the campaigns, and those accepted. */
  campaignTargets: z.int().check(z.nonnegative()),
  campaignAccepted: z.int().check(z.nonnegative()),
})
export type AreaFigures = z.infer<typeof areaFiguresSchema>
