import type { ParkType } from '../../domain/parks.ts'
import type { StreetCode } from '../streetTable.ts'

/**
 * CONTENT.md 4.4, month by month: hidden dangers registered with a deadline, closed, open and overdue
 * at the end, and those of 重大 among the registered. The last month ends at 09:00 of the story's day.
 */
export const MONTH_TABLE = [
  { month: '2025-12', registered: 820, closed: 813, open: 512, overdue: 66, major: 6 },
  { month: '2026-01', registered: 760, closed: 802, open: 470, overdue: 62, major: 4 },
  { month: '2026-02', registered: 310, closed: 385, open: 395, overdue: 67, major: 1 },
  { month: '2026-03', registered: 1010, closed: 815, open: 590, overdue: 90, major: 9 },
  { month: '2026-04', registered: 860, closed: 910, open: 540, overdue: 68, major: 6 },
  { month: '2026-05', registered: 880, closed: 895, open: 525, overdue: 60, major: 7 },
  { month: '2026-06', registered: 1120, closed: 1005, open: 640, overdue: 70, major: 12 },
  { month: '2026-07', registered: 850, closed: 930, open: 560, overdue: 66, major: 8 },
  { month: '2026-08', registered: 790, closed: 845, open: 505, overdue: 54, major: 6 },
  { month: '2026-09', registered: 900, closed: 875, open: 530, overdue: 50, major: 8 },
  { month: '2026-10', registered: 720, closed: 795, open: 455, overdue: 40, major: 4 },
  { month: '2026-11', registered: 580, closed: 567, open: 468, overdue: 37, major: 5 },
] as const

/** How many passed their deadline unclosed in each month (建议值 of the demo: about 9 % of those due). */
export const FELL_OVERDUE = [76, 70, 45, 88, 76, 76, 94, 86, 72, 80, 64, 54] as const

/** Open and overdue as the year of the table begins, and of 重大 among the open. */
export const OPENING = { open: 505, overdue: 64, major: 8 } as const

/** Open 重大事故隐患 at the end of the story: registered in these months, by index of the table. */
export const OPEN_MAJORS = [
  { monthIndex: 9, overdue: 1, inTime: 0 },
  { monthIndex: 10, overdue: 2, inTime: 1 },
  { monthIndex: 11, overdue: 0, inTime: 5 },
] as const
/** So that the stock of 重大事故隐患 grew by one since the end of the last month (CONTENT.md 2.3). */
export const MAJORS_CLOSED_IN_LAST_MONTH = 4

/** Rectified while they were found: registered and closed at once, in no rate. */
export const ON_THE_SPOT = 6400
/** 检查家次 of the year. */
export const VISITS = 8064

type StreetFigures = {
  registered: number
  open: number
  overdue: number
  majors: { overdue: number; inTime: number }
  /** 按期整改率 of the last 90 days, where the story names it; else what the district's leaves. */
  onTimeRate: number | null
  /** Share of the planned visits that were made. */
  planCompletion: number
}

const row = (
  registered: number,
  open: number,
  overdue: number,
  majors: readonly [overdue: number, inTime: number],
  onTimeRate: number | null = null,
  planCompletion = 0.907,
): StreetFigures => ({
  registered,
  open,
  overdue,
  majors: { overdue: majors[0], inTime: majors[1] },
  onTimeRate,
  planCompletion,
})

/** CONTENT.md 4.2: 年登记, 未销号, 逾期 and open 重大事故隐患 of each street. */
export const STREET_FIGURES: Record<StreetCode, StreetFigures> = {
  '440307003': row(1480, 82, 5, [0, 2]),
  '440307006': row(1010, 63, 8, [1, 1], 0.84, 0.8),
  '440307012': row(1180, 55, 4, [0, 1]),
  '440307013': row(1230, 42, 1, [0, 0]),
  '440307014': row(170, 6, 0, [0, 0]),
  '440307015': row(450, 15, 1, [0, 0]),
  '440307016': row(800, 41, 3, [0, 1]),
  '440307017': row(1110, 66, 9, [2, 0], 0.82, 0.78),
  '440307018': row(490, 19, 1, [0, 0]),
  '440307019': row(920, 37, 1, [0, 0], 0.98, 0.95),
  '440307020': row(760, 42, 4, [0, 1]),
}

/** CONTENT.md 4.3: 年登记 and 未销号 of each type of park. */
export const PARK_TYPE_FIGURES: Record<ParkType, { registered: number; open: number }> = {
  oldMixed: { registered: 4610, open: 232 },
  electronics: { registered: 1300, open: 58 },
  furniture: { registered: 720, open: 38 },
  lithiumEnergy: { registered: 920, open: 52 },
  coldChain: { registered: 620, open: 30 },
  printing: { registered: 800, open: 36 },
  foodOpticsJewellery: { registered: 480, open: 18 },
  research: { registered: 150, open: 4 },
}
