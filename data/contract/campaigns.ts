import * as z from 'zod/mini'
import { areaCodeSchema } from '../domain/areas.ts'
import {
  campaignCodeSchema,
  campaignKindSchema,
  checklistResultsSchema,
} from '../domain/campaigns.ts'
import { targetStateSchema } from '../domain/campaignTargets.ts'
import { parkCodeSchema } from '../domain/parks.ts'
import { civilDaySchema } from '../domain/riskPoints.ts'
import { typedText } from './bodies.ts'
import {
  campaignDetailSchema,
  campaignsSchema,
  campaignTargetDetailSchema,
  campaignTargetsSchema,
} from './campaignResponses.ts'
import { READ, WRITE, type Endpoint } from './endpoint.ts'
import { noQuerySchema, searchTextSchema, wholeNumber } from './queries.ts'

const campaignParams = z.strictObject({ code: campaignCodeSchema })
const targetParams = z.strictObject({
  id: z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'must be the id of a target')),
})
const areaQuery = z.strictObject({ area: z.optional(areaCodeSchema) })
const reason = typedText(500)
const note = z.optional(reason)
/** The day it happened; today without it. */
const happenedOn = z.optional(civilDaySchema)

export const campaignCreationSchema = z.strictObject({
  kind: campaignKindSchema,
  name: typedText(60),
  documentNumber: typedText(60),
  startsOn: civilDaySchema,
  endsOn: civilDaySchema,
  description: typedText(1000),
})
export type CampaignCreation = z.infer<typeof campaignCreationSchema>

/** What is done to a target (data/domain/campaignTargets.ts). */
export const targetEventSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('check'),
    /** An answer to every item of the checklist. */
    results: checklistResultsSchema,
    happenedOn,
    note,
  }),
  z.strictObject({
    action: z.literal('startRectification'),
    deadline: civilDaySchema,
    happenedOn,
    note,
  }),
  z.strictObject({ action: z.literal('submitForAcceptance'), happenedOn, note }),
  z.strictObject({
    action: z.literal('accept'),
    /** The checklist as it was found at the acceptance. */
    results: checklistResultsSchema,
    happenedOn,
    note,
  }),
  z.strictObject({
    action: z.literal('returnToRectify'),
    reason,
    deadline: civilDaySchema,
    happenedOn,
  }),
  z.strictObject({ action: z.literal('reopen'), reason, deadline: civilDaySchema, happenedOn }),
  z.strictObject({ action: z.literal('exclude'), reason, happenedOn }),
  z.strictObject({ action: z.literal('includeAgain'), reason, happenedOn }),
])
export type TargetEventInput = z.infer<typeof targetEventSchema>

/** Campaigns and what they ask of each target. */
export const CAMPAIGNS_CONTRACT = {
  listCampaigns: {
    ...READ,
    path: '/api/campaigns',
    summary: 'Campaigns with their progress in an area against the time used.',
    query: areaQuery,
    response: campaignsSchema,
  },
  createCampaign: {
    ...WRITE,
    path: '/api/campaigns',
    summary:
      'Opens a campaign over the enterprises of its high-risk class, or over every park, that are registered now.',
    body: campaignCreationSchema,
    status: 201,
    idempotent: true,
    response: campaignDetailSchema,
  },
  getCampaign: {
    ...READ,
    path: '/api/campaigns/:code',
    summary: 'One campaign with its progress by street, or by community of a street.',
    params: campaignParams,
    query: areaQuery,
    response: campaignDetailSchema,
  },
  listCampaignTargets: {
    ...READ,
    path: '/api/campaigns/:code/targets',
    summary: 'The targets of a campaign in an area, by street and park; paged by cursor.',
    params: campaignParams,
    query: z.strictObject({
      area: z.optional(areaCodeSchema),
      park: z.optional(parkCodeSchema),
      state: z.optional(targetStateSchema),
      q: z.optional(searchTextSchema),
      limit: z._default(wholeNumber(1, 1000), 50),
      cursor: z.optional(z.string()),
    }),
    response: campaignTargetsSchema,
  },
  getCampaignTarget: {
    ...READ,
    path: '/api/campaign-targets/:id',
    summary: 'One target with its checklist, its steps and what may be done now.',
    params: targetParams,
    query: noQuerySchema,
    versioned: true,
    response: campaignTargetDetailSchema,
  },
  actOnCampaignTarget: {
    ...WRITE,
    path: '/api/campaign-targets/:id/events',
    summary: 'Moves a target on by one step: check, rectification, acceptance, return, exclusion.',
    params: targetParams,
    body: targetEventSchema,
    ifMatch: true,
    versioned: true,
    response: campaignTargetDetailSchema,
  },
} as const satisfies Record<string, Endpoint>
