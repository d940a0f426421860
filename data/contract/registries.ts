import * as z from 'zod/mini'
import { accidentTypeSchema } from '../domain/accidentTypes.ts'
import { civilDaySchema } from '../domain/riskPoints.ts'
import { EVERY_ROLE, noParamsSchema, type Endpoint } from './endpoint.ts'
import { clausesQuerySchema, noQuerySchema } from './queries.ts'

const confidenceSchema = z.enum(['high', 'medium', 'low'])

export const accidentTypesAnswerSchema = z.object({
  edition: z.string(),
  items: z.array(z.object({ name: accidentTypeSchema, english: z.string() })),
  /** The classes of 1986 and what they became; of several a person chooses. */
  former: z.object({
    edition: z.string(),
    items: z.array(
      z.object({
        name: z.string(),
        successors: z.array(accidentTypeSchema),
        proposed: z.boolean(),
      }),
    ),
  }),
})

export const industriesAnswerSchema = z.object({
  edition: z.string(),
  items: z.array(
    z.object({ code: z.string(), section: z.string(), name: z.string(), english: z.string() }),
  ),
})

export const substancesAnswerSchema = z.object({
  edition: z.string(),
  /** Rows of table 1, and some that only their class lists; re-keyed, to be checked against print. */
  substances: z.array(
    z.object({
      cas: z.string(),
      name: z.string(),
      english: z.string(),
      form: z.nullable(z.string()),
      criticalTonnes: z.number(),
      beta: z.number(),
      basis: z.enum(['name', 'class']),
      confidence: confidenceSchema,
    }),
  ),
  classes: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      criticalTonnes: z.number(),
      beta: z.number(),
      confidence: confidenceSchema,
    }),
  ),
})

export const clausesAnswerSchema = z.object({
  /** The day on which the cited editions are in force. */
  on: civilDaySchema,
  items: z.array(
    z.object({
      number: z.int(),
      text: z.string(),
      suggests: z.enum(['majorHiddenDanger', 'hiddenDanger']),
      references: z.array(
        z.object({
          /** Names the edition; null where none was in force on that day. */
          citation: z.nullable(z.string()),
          clause: z.nullable(z.string()),
          confidence: confidenceSchema,
        }),
      ),
    }),
  ),
})

const READ = {
  method: 'get',
  params: noParamsSchema,
  query: noQuerySchema,
  mediaType: 'application/json',
  roles: null,
} as const

/** What the handbooks list, each with the edition it is of. */
export const REGISTRIES_CONTRACT = {
  listAccidentTypes: {
    ...READ,
    path: '/api/registries/accident-types',
    summary: 'Accident types of GB 6441-2025 and the mapping of the classes of 1986.',
    response: accidentTypesAnswerSchema,
  },
  listIndustries: {
    ...READ,
    path: '/api/registries/industries',
    summary: 'Divisions of GB/T 4754-2017.',
    response: industriesAnswerSchema,
  },
  listSubstances: {
    ...READ,
    path: '/api/registries/substances',
    summary: 'Substances and hazard classes of GB 18218-2018 with critical quantity and β.',
    response: substancesAnswerSchema,
  },
  listClauses: {
    ...READ,
    path: '/api/registries/clauses',
    summary:
      'Findings that an inspector picks from, each with its clauses as cited on a day: the edition that was in force then.',
    query: clausesQuerySchema,
    response: clausesAnswerSchema,
    roles: EVERY_ROLE,
  },
} as const satisfies Record<string, Endpoint>
