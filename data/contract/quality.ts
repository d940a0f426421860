import * as z from 'zod/mini'
import { instantSchema } from '../domain/changes.ts'
import { errorReportSchema } from '../domain/errorReports.ts'
import { QUALITY_CHECK_ORDER, qualityCheckSchema, qualityItemSchema } from '../domain/quality.ts'
import { errorReportCreationSchema, errorReportResolutionSchema } from './bodies.ts'
import { EVERY_ROLE, noParamsSchema, WRITERS, type Endpoint } from './endpoint.ts'
import { noQuerySchema, qualityItemsQuerySchema, qualityQuerySchema } from './queries.ts'

export const qualitySchema = z.object({
  /** Number of findings of each check in the area. */
  counts: z.record(z.enum(QUALITY_CHECK_ORDER), z.int().check(z.nonnegative())),
  /** Requests to lower a risk point that wait for the district. */
  pendingDowngrades: z.int().check(z.nonnegative()),
  asOf: instantSchema,
  source: z.string(),
})
export type QualityAnswer = z.infer<typeof qualitySchema>

export const qualityItemsSchema = z.object({
  items: z.array(qualityItemSchema),
  nextCursor: z.nullable(z.string()),
  asOf: instantSchema,
})

/** What waits for somebody, what is wrong in the records, and who said so. */
export const QUALITY_CONTRACT = {
  getQuality: {
    method: 'get',
    path: '/api/quality',
    summary: 'How many findings each check of the data has in an area.',
    params: noParamsSchema,
    query: qualityQuerySchema,
    response: qualitySchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  listQualityItems: {
    method: 'get',
    path: '/api/quality/:check',
    summary: 'The findings of one check in an area, the gravest first; paged by cursor.',
    params: z.strictObject({ check: qualityCheckSchema }),
    query: qualityItemsQuerySchema,
    response: qualityItemsSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  reportError: {
    method: 'post',
    path: '/api/error-reports',
    summary: 'Reports a mistake in a record (报错).',
    params: noParamsSchema,
    query: noQuerySchema,
    body: errorReportCreationSchema,
    status: 201,
    response: errorReportSchema,
    mediaType: 'application/json',
    roles: WRITERS,
  },
  resolveErrorReport: {
    method: 'post',
    path: '/api/error-reports/:id/resolution',
    summary: 'Closes a report with what was done about it.',
    params: z.strictObject({
      id: z.string().check(z.regex(/^\d{1,9}$/, 'must be the id of a report')),
    }),
    query: noQuerySchema,
    body: errorReportResolutionSchema,
    response: errorReportSchema,
    mediaType: 'application/json',
    roles: WRITERS,
  },
} as const satisfies Record<string, Endpoint>
