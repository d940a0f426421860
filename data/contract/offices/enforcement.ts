import * as z from 'zod/mini'
import { instantSchema } from '../../domain/changes.ts'
import {
  enforcementActionSchema,
  enforcementKindSchema,
  enforcementStateSchema,
} from '../../domain/enforcement.ts'
import { parkCodeSchema } from '../../domain/parks.ts'
import { recordCodeSchema } from '../../domain/recordCode.ts'
import { civilDaySchema } from '../../domain/riskPoints.ts'
import { reasonBodySchema, typedText } from '../bodies.ts'
import { READ, WRITE, type Endpoint } from '../endpoint.ts'
import { hiddenDangerCodeSchema } from '../hiddenDangerBodies.ts'
import { areaFilterSchema, noQuerySchema, onlySchema, pageQuery } from '../queries.ts'
import {
  answerFields,
  areaSchema,
  countSchema,
  placedSchema,
  withdrawnSchema,
  yearSchema,
} from './shared.ts'

export const enforcementItemSchema = z.extend(placedSchema, {
  code: z.string(),
  kind: enforcementKindSchema,
  state: enforcementStateSchema,
  subject: z.string(),
  basis: z.nullable(z.string()),
  officer: z.string(),
  documentNumber: z.nullable(z.string()),
  openedOn: civilDaySchema,
  decidedOn: z.nullable(civilDaySchema),
  closedOn: z.nullable(civilDaySchema),
  /** Last day on which a case may be decided; null for what waits for no decision. */
  decisionDueOn: z.nullable(civilDaySchema),
  fineYuan: z.nullable(z.number()),
  hiddenDangerCode: z.nullable(z.string()),
  /** The case that a suspension or a fine was decided in. */
  caseCode: z.nullable(z.string()),
  registeredBy: z.string(),
  registeredAt: instantSchema,
  /** Registered by mistake; never of a case, which is withdrawn by 撤案. */
  withdrawn: withdrawnSchema,
  version: z.int(),
  fictitious: z.boolean(),
})
export type EnforcementItem = z.infer<typeof enforcementItemSchema>

export const enforcementEventSchema = z.object({
  sequence: z.int(),
  action: enforcementActionSchema,
  fromState: z.nullable(enforcementStateSchema),
  toState: enforcementStateSchema,
  happenedOn: civilDaySchema,
  at: instantSchema,
  by: z.string(),
  note: z.nullable(z.string()),
})

const enforcementDetailSchema = z.extend(enforcementItemSchema, {
  events: z.array(enforcementEventSchema),
  /** Suspensions and fines that were decided in this case. */
  penalties: z.array(enforcementItemSchema),
  /** Actions that its state allows now. */
  actions: z.array(enforcementActionSchema),
  ...answerFields,
})
export type EnforcementDetail = z.infer<typeof enforcementDetailSchema>

/** 检查家次 / 立案 / 停产 / 罚款 of a year up to now (CONTENT.md 2.4). */
export const enforcementTotalsSchema = z.object({
  year: z.int(),
  inspections: countSchema,
  cases: countSchema,
  suspensions: countSchema,
  finesYuan: z.number(),
  openCases: countSchema,
  ...answerFields,
})

const enforcementParams = z.strictObject({
  code: recordCodeSchema('the code of an enforcement record'),
})
const yuan = z
  .number()
  .check(z.positive('must be above 0 yuan'), z.maximum(1e9, 'must be at most 1,000,000,000 yuan'))
const note = z.optional(typedText(500))
const documentNumber = z.optional(typedText(60))

const creationSchema = z.strictObject({
  kind: enforcementKindSchema,
  parkCode: parkCodeSchema,
  enterpriseCode: z.optional(parkCodeSchema),
  hiddenDangerCode: z.optional(hiddenDangerCodeSchema),
  subject: typedText(200),
  basis: z.optional(typedText(300)),
  officer: typedText(40),
  documentNumber,
  openedOn: civilDaySchema,
  /** Of a fine. */
  fineYuan: z.optional(yuan),
  note,
})
export type EnforcementCreation = z.input<typeof creationSchema>

const step = <A extends string, S extends z.core.$ZodLooseShape>(action: A, shape: S) =>
  z.strictObject({ action: z.literal(action), happenedOn: civilDaySchema, ...shape })
const reason = typedText(500)

const actionSchema = z.discriminatedUnion('action', [
  step('investigate', { note }),
  step('notify', { documentNumber, note }),
  step('decide', {
    documentNumber,
    /** What was decided, in words. */
    decision: reason,
    fineYuan: z.optional(yuan),
    suspend: z.optional(z.boolean()),
  }),
  step('execute', { note }),
  step('close', { result: reason }),
  step('withdraw', { reason }),
  step('lift', { reason }),
])
export type EnforcementStep = z.output<typeof actionSchema>
export type EnforcementStepInput = z.input<typeof actionSchema>

export const ENFORCEMENT_CONTRACT = {
  listEnforcement: {
    ...READ,
    path: '/api/enforcement',
    summary: 'Inspections, cases, suspensions and fines, the latest first; paged by cursor.',
    query: z.strictObject({
      area: areaFilterSchema,
      park: z.optional(parkCodeSchema),
      enterprise: z.optional(parkCodeSchema),
      hiddenDanger: z.optional(hiddenDangerCodeSchema),
      kind: z.optional(enforcementKindSchema),
      open: z.optional(onlySchema),
      ...pageQuery,
    }),
    response: z.object({
      items: z.array(enforcementItemSchema),
      nextCursor: z.nullable(z.string()),
      total: countSchema,
      ...answerFields,
    }),
  },
  getEnforcementTotals: {
    ...READ,
    path: '/api/enforcement/totals',
    summary: 'Visits, cases, suspensions and fines of a year in an area.',
    query: z.strictObject({ area: areaSchema, year: yearSchema }),
    response: enforcementTotalsSchema,
  },
  getEnforcement: {
    ...READ,
    path: '/api/enforcement/:code',
    summary: 'One record of enforcement with its events and what was decided in it.',
    params: enforcementParams,
    query: noQuerySchema,
    versioned: true,
    response: enforcementDetailSchema,
  },
  registerEnforcement: {
    ...WRITE,
    path: '/api/enforcement',
    summary: 'Registers an inspection, a case, a suspension or a fine.',
    body: creationSchema,
    idempotent: true,
    status: 201,
    versioned: true,
    response: enforcementDetailSchema,
  },
  actOnEnforcement: {
    ...WRITE,
    path: '/api/enforcement/:code/events',
    summary: 'Moves a case on by one step, or lifts a suspension.',
    params: enforcementParams,
    body: actionSchema,
    ifMatch: true,
    versioned: true,
    response: enforcementDetailSchema,
  },
  withdrawEnforcement: {
    ...WRITE,
    path: '/api/enforcement/:code/withdrawal',
    summary:
      'Takes an inspection, a suspension or a fine that was registered by mistake out of every count.',
    params: enforcementParams,
    body: reasonBodySchema,
    response: enforcementDetailSchema,
  },
} as const satisfies Record<string, Endpoint>
