import * as z from 'zod/mini'
import { instantSchema } from '../../domain/changes.ts'
import { parkCodeSchema } from '../../domain/parks.ts'
import { recordCodeSchema } from '../../domain/recordCode.ts'
import { workPermitKindSchema, workPermitStateSchema } from '../../domain/workPermits.ts'
import { reasonBodySchema, typedText } from '../bodies.ts'
import { READ, WRITE, type Endpoint } from '../endpoint.ts'
import { areaFilterSchema, noQuerySchema, pageQuery } from '../queries.ts'
import { answerFields, countSchema, placedSchema } from './shared.ts'

export const workPermitSchema = z.extend(placedSchema, {
  code: z.string(),
  kind: workPermitKindSchema,
  /** Computed as of the answer. */
  state: workPermitStateSchema,
  place: z.string(),
  content: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  endedAt: z.nullable(instantSchema),
  contractor: z.nullable(z.string()),
  workers: z.int(),
  approver: z.string(),
  guardian: z.string(),
  tester: z.nullable(z.string()),
  /** Codes of other work in the same place at the same time. */
  overlaps: z.array(z.string()),
  registeredBy: z.string(),
  registeredAt: instantSchema,
  cancelled: z.nullable(z.object({ at: instantSchema, by: z.string(), reason: z.string() })),
  fictitious: z.boolean(),
})
export type WorkPermit = z.infer<typeof workPermitSchema>

const workPermitsSchema = z.object({
  items: z.array(workPermitSchema),
  nextCursor: z.nullable(z.string()),
  total: countSchema,
  /** Of the area, whatever the filter of the list. */
  counts: z.record(workPermitStateSchema, countSchema),
  ...answerFields,
})
export type WorkPermitsAnswer = z.infer<typeof workPermitsSchema>

/** A step of the preparation, and who answers for it. */
const person = z.optional(typedText(40))
const creationSchema = z.strictObject({
  kind: workPermitKindSchema,
  parkCode: parkCodeSchema,
  enterpriseCode: z.optional(parkCodeSchema),
  place: typedText(100),
  content: typedText(300),
  /** WGS84; without them the label point of the park. */
  longitude: z.optional(z.number().check(z.minimum(-180), z.maximum(180))),
  latitude: z.optional(z.number().check(z.minimum(-90), z.maximum(90))),
  startsAt: instantSchema,
  endsAt: instantSchema,
  contractor: person,
  workers: z.int().check(z.minimum(1), z.maximum(500)),
  /** 审批 and 监护 of all work, 检测 of confined space too: the refusal names who is missing. */
  approver: person,
  guardian: person,
  tester: person,
  /** The writer knows of other work there at that time and has arranged with it. */
  overlapAccepted: z.optional(z.boolean()),
})
export type WorkPermitCreation = z.input<typeof creationSchema>

const workPermitParams = z.strictObject({ code: recordCodeSchema('the code of a work report') })

export const WORK_PERMITS_CONTRACT = {
  listWorkPermits: {
    ...READ,
    path: '/api/work-permits',
    timed: true,
    summary: 'Temporary dangerous work: what goes on, what is to come, what has ended.',
    query: z.strictObject({
      area: areaFilterSchema,
      park: z.optional(parkCodeSchema),
      kind: z.optional(workPermitKindSchema),
      state: z.optional(workPermitStateSchema),
      ...pageQuery,
    }),
    response: workPermitsSchema,
  },
  getWorkPermit: {
    ...READ,
    path: '/api/work-permits/:code',
    timed: true,
    summary: 'One report of temporary dangerous work.',
    params: workPermitParams,
    query: noQuerySchema,
    response: z.extend(workPermitSchema, answerFields),
  },
  registerWorkPermit: {
    ...WRITE,
    path: '/api/work-permits',
    summary: 'Reports temporary dangerous work beforehand (作业报备).',
    body: creationSchema,
    idempotent: true,
    status: 201,
    response: workPermitSchema,
  },
  endWorkPermit: {
    ...WRITE,
    path: '/api/work-permits/:code/end',
    summary: 'Says that work has ended before its time.',
    params: workPermitParams,
    response: workPermitSchema,
  },
  cancelWorkPermit: {
    ...WRITE,
    path: '/api/work-permits/:code/cancellation',
    summary: 'Says that work will not take place, or not go on, and why.',
    params: workPermitParams,
    body: reasonBodySchema,
    response: workPermitSchema,
  },
} as const satisfies Record<string, Endpoint>
