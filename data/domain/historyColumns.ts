import { RISK_POINT_COLUMNS } from './riskPointColumns.ts'

const {
  id,
  longitude,
  latitude,
  level,
  accidentType,
  areaCode,
  parkCode,
  score,
  reviewDueDay,
  highRiskClass,
  enterprise,
  headcount,
} = RISK_POINT_COLUMNS

const FROM_DAY = {
  type: 'uint16',
  note: 'days from 1970-01-01 to the first day at whose end it was so',
} as const
const TO_DAY = {
  type: 'uint16',
  note: 'days from 1970-01-01 to the first day at whose end it no longer was so',
} as const

/**
 * What `/api/risk-points/history.arrow` answers, by part: what has been and no longer is, so that
 * the browser can put any past day together with the present columns. Days are civil days in
 * Asia/Shanghai, and a day stands for its end: what lasted less than a day is in no part.
 */
export const HISTORY_COLUMNS = {
  /**
   * Risk points as they were, those that are retired included. Class, number and people of the
   * enterprise are today's: a past version of a point does not say what its enterprise was then.
   */
  versions: {
    id,
    fromDay: FROM_DAY,
    toDay: TO_DAY,
    longitude,
    latitude,
    level,
    accidentType,
    areaCode,
    parkCode,
    score,
    reviewDueDay,
    highRiskClass,
    enterprise,
    headcount,
  },
  /** Every version of every hazard source, the present ones with `toDay` 65535. */
  hazardSources: {
    riskPoint: { type: 'uint32', note: 'identity of its risk point' },
    fromDay: FROM_DAY,
    toDay: { type: 'uint16', note: `${TO_DAY.note}, 65535 while it is` },
    majorHazardGrade: { type: 'uint8', note: '1 to 4 as 重大危险源, 0 for none' },
  },
  /** Every hidden danger that counts as registered, rectified on the spot left out. */
  hiddenDangers: {
    riskPoint: { type: 'uint32', note: 'identity of the risk point it is at, 0 for none' },
    enterprise,
    areaCode,
    parkCode,
    registeredDay: { type: 'uint16', note: 'days from 1970-01-01 to the day it was registered' },
    closedDay: {
      type: 'uint16',
      note: 'days from 1970-01-01 to the day it was closed (销号), 65535 while it is open',
    },
    deadlineDay: { type: 'uint16', note: 'days from 1970-01-01 to its original deadline' },
  },
} as const satisfies Record<
  string,
  Record<string, { type: 'uint8' | 'uint16' | 'uint32' | 'float32' | 'dictionary'; note: string }>
>

export type HistoryPart = keyof typeof HISTORY_COLUMNS
export const HISTORY_PARTS = Object.keys(HISTORY_COLUMNS) as [HistoryPart, ...HistoryPart[]]

/** Stands for a day that has not come: later than any other. */
export const STILL = 65_535
