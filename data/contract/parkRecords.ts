import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import { gradingPurposeSchema, gradingStateSchema } from '../domain/gradingMachine.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { READ, WRITE, type Endpoint } from './endpoint.ts'
import {
  drillCreationSchema,
  fourPartyCreationSchema,
  gradingCreationSchema,
  gradingEventSchema,
  parkRecordChangeSchema,
  stageEntrySchema,
} from './parkRecordBodies.ts'
import {
  gradingDetailSchema,
  gradingsSchema,
  parkRecordSchema,
  parkRecordsSchema,
} from './parkRecordResponses.ts'
import { noQuerySchema } from './queries.ts'
import { historySchema } from './recordResponses.ts'

const parkParams = z.strictObject({ code: parkCodeSchema })
export const idParams = z.strictObject({
  id: z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'must be the id of a record')),
})
const areaQuery = z.strictObject({ area: z.optional(areaCodeSchema) })

/** 一园一档: what is known of a park, its grading and acceptance. */
export const PARK_RECORDS_CONTRACT = {
  listParkRecords: {
    ...READ,
    path: '/api/park-records',
    summary: 'The parks of an area with grade, stage, problem tags, score and what is open.',
    query: areaQuery,
    response: parkRecordsSchema,
  },
  getParkRecord: {
    ...READ,
    path: '/api/park-records/:code',
    summary:
      '一园一档: owners, tenants, safety organisation, drills, stages, four parties, gradings, hidden dangers and checks of a park.',
    params: parkParams,
    query: noQuerySchema,
    versioned: true,
    response: parkRecordSchema,
  },
  updateParkRecord: {
    ...WRITE,
    method: 'patch',
    path: '/api/park-records/:code',
    summary: 'Changes the fields that are given. Grade and stage have steps of their own.',
    params: parkParams,
    body: parkRecordChangeSchema,
    ifMatch: true,
    versioned: true,
    response: parkRecordSchema,
  },
  enterParkStage: {
    ...WRITE,
    path: '/api/park-records/:code/stages',
    summary:
      'The park enters the next stage of the rectification, or an earlier one again with a note; after 验收 only with a passed acceptance.',
    params: parkParams,
    body: stageEntrySchema,
    ifMatch: true,
    versioned: true,
    response: parkRecordSchema,
  },
  addFourPartyEntry: {
    ...WRITE,
    path: '/api/park-records/:code/four-party',
    summary: 'Writes down what one of the four parties did for the park; never changed afterwards.',
    params: parkParams,
    body: fourPartyCreationSchema,
    status: 201,
    versioned: true,
    response: parkRecordSchema,
  },
  addStationDrill: {
    ...WRITE,
    path: '/api/park-records/:code/drills',
    summary: 'Writes down a measured arrival of the micro fire station; never changed afterwards.',
    params: parkParams,
    body: drillCreationSchema,
    status: 201,
    versioned: true,
    response: parkRecordSchema,
  },
  getParkHistory: {
    ...READ,
    path: '/api/park-records/:code/history',
    summary: 'Every version of the facts of a park, the latest first.',
    params: parkParams,
    query: noQuerySchema,
    response: historySchema,
  },
  listGradings: {
    ...READ,
    path: '/api/park-gradings',
    summary:
      'Procedures of grading and acceptance, those that wait the longest first; at most 500.',
    query: z.strictObject({
      area: z.optional(areaCodeSchema),
      purpose: z.optional(gradingPurposeSchema),
      state: z.optional(gradingStateSchema),
    }),
    response: gradingsSchema,
  },
  openGrading: {
    ...WRITE,
    path: '/api/park-gradings',
    summary: 'Opens a grading or an acceptance of a park; one of each at a time.',
    body: gradingCreationSchema,
    status: 201,
    versioned: true,
    response: gradingDetailSchema,
  },
  getGrading: {
    ...READ,
    path: '/api/park-gradings/:id',
    summary: 'One procedure with its steps, the scores of each and what may be done now.',
    params: idParams,
    query: noQuerySchema,
    versioned: true,
    response: gradingDetailSchema,
  },
  actOnGrading: {
    ...WRITE,
    path: '/api/park-gradings/:id/events',
    summary:
      '自评 → 街道审核 → 区级复核 → 生效, with scores at each, or a return. An open 重大事故隐患 forbids A, B and 通过.',
    params: idParams,
    body: gradingEventSchema,
    ifMatch: true,
    versioned: true,
    response: gradingDetailSchema,
  },
} as const satisfies Record<string, Endpoint>
