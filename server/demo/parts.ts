import type { DemoDistrict } from '#data/demo/types'
import type { Queryable } from '../db/Db.ts'
import { governancePart } from './governancePart.ts'
import { indicatorsPart } from './indicatorsPart.ts'
import { officesPart } from './officesPart.ts'
import { campaignsPart, parkRecordsPart } from './parkRecordsPart.ts'
import { sitePart } from './sitePart.ts'

/** What a part of the demo is written from. */
export type DemoContext = { district: DemoDistrict; asOf: Date }

/** The records of one concern, which refer to parks, enterprises and risk points. */
export type DemoPart = {
  /** Deletes them; what refers to another goes first. */
  remove: (transaction: Queryable) => Promise<void>
  /** Writes them, after all that they refer to. */
  insert: (transaction: Queryable, context: DemoContext) => Promise<void>
}

/** In the order they are written; they are deleted in the opposite one. */
export const DEMO_PARTS: readonly DemoPart[] = [
  governancePart,
  parkRecordsPart,
  campaignsPart,
  officesPart,
  indicatorsPart,
  sitePart,
]
