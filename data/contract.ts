import * as z from 'zod/mini'
import {
  areasQuerySchema,
  noQuerySchema,
  parksQuerySchema,
  riskPointsQuerySchema,
  searchQuerySchema,
  summaryQuerySchema,
} from './contract/queries.ts'
import {
  areasSchema,
  figuresSchema,
  healthSchema,
  livenessSchema,
  neighboursSchema,
  parkDetailSchema,
  parksSchema,
  riskPointDetailSchema,
  riskPointsSchema,
  searchSchema,
  summarySchema,
} from './contract/responses.ts'
import { parkCodeSchema } from './domain/parks.ts'
import { riskPointCodeSchema } from './domain/riskPoints.ts'
import type { Role } from './domain/roles.ts'

const EVERY_ROLE = ['districtViewer', 'areaViewer'] as const satisfies readonly Role[]

const noParamsSchema = z.strictObject({})

/**
 * Every endpoint once: the server registers its handlers by these keys, the browser parses answers
 * by them, the OpenAPI page is made from them. `response: null` marks an answer that is not JSON;
 * its `mediaType` says what it is. `roles: null` asks for no actor and touches no scoped data.
 */
export const CONTRACT = {
  getLiveness: {
    method: 'get',
    path: '/api/health/live',
    summary: 'The process answers. Never touches the database.',
    params: noParamsSchema,
    query: noQuerySchema,
    response: livenessSchema,
    mediaType: 'application/json',
    roles: null,
  },
  getHealth: {
    method: 'get',
    path: '/api/health',
    summary: 'Readiness: the database answers; its kind, the version and the date of the data.',
    params: noParamsSchema,
    query: noQuerySchema,
    response: healthSchema,
    mediaType: 'application/json',
    roles: null,
  },
  listAreas: {
    method: 'get',
    path: '/api/areas',
    summary: 'District, streets and communities as GeoJSON. Schematic geometry.',
    params: noParamsSchema,
    query: areasQuerySchema,
    response: areasSchema,
    mediaType: 'application/geo+json',
    roles: EVERY_ROLE,
  },
  listNeighbours: {
    method: 'get',
    path: '/api/neighbours',
    summary: 'Faint context around the district as GeoJSON. Schematic geometry.',
    params: noParamsSchema,
    query: noQuerySchema,
    response: neighboursSchema,
    mediaType: 'application/geo+json',
    roles: null,
  },
  listFigures: {
    method: 'get',
    path: '/api/figures',
    summary: 'The figures of every area and park at once, for the colours and badges of the map.',
    params: noParamsSchema,
    query: noQuerySchema,
    response: figuresSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  getSummary: {
    method: 'get',
    path: '/api/summary',
    summary: 'The figures of one area and of its children in code order.',
    params: noParamsSchema,
    query: summaryQuerySchema,
    response: summarySchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  listParks: {
    method: 'get',
    path: '/api/parks',
    summary: 'Industrial parks as GeoJSON.',
    params: noParamsSchema,
    query: parksQuerySchema,
    response: parksSchema,
    mediaType: 'application/geo+json',
    roles: EVERY_ROLE,
  },
  getPark: {
    method: 'get',
    path: '/api/parks/:code',
    summary: 'One park with its figures and enterprises.',
    params: z.strictObject({ code: parkCodeSchema }),
    query: noQuerySchema,
    response: parkDetailSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  getRiskPointColumns: {
    method: 'get',
    path: '/api/risk-points.arrow',
    summary:
      'Every risk point the caller may see as one Arrow IPC stream of columns, without texts.',
    params: noParamsSchema,
    query: noQuerySchema,
    response: null,
    mediaType: 'application/vnd.apache.arrow.stream',
    roles: EVERY_ROLE,
  },
  listRiskPoints: {
    method: 'get',
    path: '/api/risk-points',
    summary:
      'Risk points by area, park, text, box or ids and by the filters of the map; paged by cursor.',
    params: noParamsSchema,
    query: riskPointsQuerySchema,
    response: riskPointsSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  getRiskPoint: {
    method: 'get',
    path: '/api/risk-points/:code',
    summary: 'One risk point with all its facts and its hazard sources.',
    params: z.strictObject({ code: riskPointCodeSchema }),
    query: noQuerySchema,
    response: riskPointDetailSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
  search: {
    method: 'get',
    path: '/api/search',
    summary: 'Areas, parks, enterprises and risk points by Chinese, pinyin, initials or code.',
    params: noParamsSchema,
    query: searchQuerySchema,
    response: searchSchema,
    mediaType: 'application/json',
    roles: EVERY_ROLE,
  },
} as const satisfies Record<string, Endpoint>

type Endpoint = {
  method: 'get'
  path: `/api/${string}`
  summary: string
  params: z.ZodMiniType
  query: z.ZodMiniType
  response: z.ZodMiniType | null
  mediaType: string
  roles: readonly Role[] | null
}

export type Contract = typeof CONTRACT
export type EndpointKey = keyof Contract
export type Params<K extends EndpointKey> = z.output<Contract[K]['params']>
export type Query<K extends EndpointKey> = z.output<Contract[K]['query']>
/** The body of an answer; an endpoint without a response schema answers bytes of its own. */
export type Answer<K extends EndpointKey> = Contract[K]['response'] extends z.ZodMiniType
  ? z.output<Contract[K]['response']>
  : null
