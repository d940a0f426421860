import * as z from 'zod/mini'
import { decisionSchema } from '../domain/decisions.ts'
import { READ, WRITE, type Endpoint } from './endpoint.ts'
import {
  correctionBodySchema,
  decisionBodySchema,
  freezeBodySchema,
  monthSchema,
} from './indicatorBodies.ts'
import {
  agendaQuerySchema,
  decisionsQuerySchema,
  indicatorsQuerySchema,
  monthsQuerySchema,
} from './indicatorQueries.ts'
import {
  agendaSchema,
  correctionAnswerSchema,
  decisionsSchema,
  freezeSchema,
  freezesSchema,
  indicatorsSchema,
  monthsSchema,
} from './indicatorResponses.ts'
import { noQuerySchema } from './queries.ts'

/** Indicators, months that were frozen, and decisions. */
export const INDICATORS_CONTRACT = {
  getIndicators: {
    ...READ,
    path: '/api/indicators',
    summary: 'Every indicator of an area and of its children, now or as at the end of a month.',
    query: indicatorsQuerySchema,
    response: indicatorsSchema,
  },
  listMonths: {
    ...READ,
    path: '/api/indicators/months',
    summary: 'Hidden dangers registered, closed, open and overdue in each of twelve months.',
    query: monthsQuerySchema,
    response: monthsSchema,
  },
  listFreezes: {
    ...READ,
    path: '/api/freezes',
    summary: 'Months whose indicators were frozen, and those that could be.',
    query: noQuerySchema,
    response: freezesSchema,
  },
  freezeMonth: {
    ...WRITE,
    status: 201,
    path: '/api/freezes',
    summary: 'Keeps every indicator of every area as at the end of a month, once and for all.',
    body: freezeBodySchema,
    response: freezeSchema,
  },
  correctIndicator: {
    ...WRITE,
    status: 201,
    path: '/api/freezes/:month/corrections',
    summary: 'Corrects a frozen number; the number, the correction and its reason all stay.',
    params: z.strictObject({ month: monthSchema }),
    body: correctionBodySchema,
    response: correctionAnswerSchema,
  },
  listDecisions: {
    ...READ,
    path: '/api/decisions',
    summary: '批示, 转办, 催办, 回告 of an area or about one item; overdue replies first.',
    query: decisionsQuerySchema,
    response: decisionsSchema,
  },
  makeDecision: {
    ...WRITE,
    status: 201,
    path: '/api/decisions',
    summary: 'Writes a decision on an item, or the reply to one.',
    idempotent: true,
    body: decisionBodySchema,
    response: decisionSchema,
  },
  getAgenda: {
    ...READ,
    path: '/api/agenda',
    summary:
      'What the district, street or community is to deal with (需区级研究), at most five rows.',
    query: agendaQuerySchema,
    response: agendaSchema,
  },
} as const satisfies Record<string, Endpoint>
