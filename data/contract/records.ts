import * as z from 'zod/mini'
import { parkCodeSchema } from '../domain/parks.ts'
import { riskPointCodeSchema } from '../domain/riskPoints.ts'
import { hazardSourceCodeSchema } from '../domain/hazardSources.ts'
import {
  enterpriseChangeSchema,
  enterpriseCreationSchema,
  hazardSourceChangeSchema,
  hazardSourceCreationSchema,
  reasonBodySchema,
  reviewCallSchema,
  riskPointChangeSchema,
  riskPointCreationSchema,
} from './bodies.ts'
import { CREATE, READ, WRITERS, type Endpoint } from './endpoint.ts'
import { DOWNGRADES_CONTRACT } from './downgrades.ts'
import { noQuerySchema } from './queries.ts'
import { riskPointDetailSchema } from './responses.ts'
import {
  enterpriseDetailSchema,
  hazardSourceDetailSchema,
  historySchema,
} from './recordResponses.ts'

/** A change of a record, made from the version that If-Match names. */
const CHANGE = {
  query: noQuerySchema,
  ifMatch: true,
  versioned: true,
  mediaType: 'application/json',
  roles: WRITERS,
} as const

const riskPointParams = z.strictObject({ code: riskPointCodeSchema })
const hazardSourceParams = z.strictObject({ code: hazardSourceCodeSchema })
const enterpriseParams = z.strictObject({ code: parkCodeSchema })

/** Records that are surveyed, graded, moved, retired and restored, with their history. */
export const RECORDS_CONTRACT = {
  ...DOWNGRADES_CONTRACT,
  createRiskPoint: {
    ...CREATE,
    path: '/api/risk-points',
    summary: 'Registers a risk point. Its level follows from the grading, or from an override.',
    body: riskPointCreationSchema,
    response: riskPointDetailSchema,
  },
  updateRiskPoint: {
    ...CHANGE,
    method: 'patch',
    path: '/api/risk-points/:code',
    summary:
      'Changes the fields that are given. Lowering a 重大 or 较大 risk point becomes a request to the district (pendingDowngrade); the other fields change at once.',
    params: riskPointParams,
    body: riskPointChangeSchema,
    response: riskPointDetailSchema,
  },
  retireRiskPoint: {
    ...CHANGE,
    method: 'post',
    path: '/api/risk-points/:code/retire',
    summary: 'Takes a risk point out of every list and figure; its history stays.',
    params: riskPointParams,
    body: reasonBodySchema,
    response: riskPointDetailSchema,
  },
  restoreRiskPoint: {
    ...CHANGE,
    method: 'post',
    path: '/api/risk-points/:code/restore',
    summary: 'Brings a retired risk point back as it was.',
    params: riskPointParams,
    body: reasonBodySchema,
    response: riskPointDetailSchema,
  },
  undoRiskPoint: {
    ...CHANGE,
    method: 'post',
    path: '/api/risk-points/:code/undo',
    summary: 'Puts the version before the latest back; undoing the registration retires the point.',
    params: riskPointParams,
    body: reasonBodySchema,
    response: riskPointDetailSchema,
  },
  callReview: {
    ...CHANGE,
    method: 'post',
    path: '/api/risk-points/:code/review-call',
    summary: 'Calls for a review before its regular day, with what triggers it.',
    params: riskPointParams,
    body: reviewCallSchema,
    response: riskPointDetailSchema,
  },
  getRiskPointHistory: {
    ...READ,
    query: noQuerySchema,
    path: '/api/risk-points/:code/history',
    summary: 'Every version of a risk point, the latest first: who, when, what and why.',
    params: riskPointParams,
    response: historySchema,
  },
  createHazardSource: {
    ...CREATE,
    path: '/api/hazard-sources',
    summary: 'Registers a hazard source at a risk point; S, R, α and grade follow (GB 18218-2018).',
    body: hazardSourceCreationSchema,
    response: hazardSourceDetailSchema,
  },
  getHazardSource: {
    ...READ,
    query: noQuerySchema,
    path: '/api/hazard-sources/:code',
    summary: 'One hazard source with its substances.',
    params: hazardSourceParams,
    versioned: true,
    response: hazardSourceDetailSchema,
  },
  updateHazardSource: {
    ...CHANGE,
    method: 'patch',
    path: '/api/hazard-sources/:code',
    summary:
      'Changes the fields that are given. Another substance or quantity calls for a review of the risk point.',
    params: hazardSourceParams,
    body: hazardSourceChangeSchema,
    response: hazardSourceDetailSchema,
  },
  retireHazardSource: {
    ...CHANGE,
    method: 'post',
    path: '/api/hazard-sources/:code/retire',
    summary: 'Takes a hazard source out of every list and figure; its history stays.',
    params: hazardSourceParams,
    body: reasonBodySchema,
    response: hazardSourceDetailSchema,
  },
  restoreHazardSource: {
    ...CHANGE,
    method: 'post',
    path: '/api/hazard-sources/:code/restore',
    summary: 'Brings a retired hazard source back as it was.',
    params: hazardSourceParams,
    body: reasonBodySchema,
    response: hazardSourceDetailSchema,
  },
  undoHazardSource: {
    ...CHANGE,
    method: 'post',
    path: '/api/hazard-sources/:code/undo',
    summary: 'Puts the version before the latest back; undoing the registration retires it.',
    params: hazardSourceParams,
    body: reasonBodySchema,
    response: hazardSourceDetailSchema,
  },
  getHazardSourceHistory: {
    ...READ,
    query: noQuerySchema,
    path: '/api/hazard-sources/:code/history',
    summary: 'Every version of a hazard source, the latest first.',
    params: hazardSourceParams,
    response: historySchema,
  },
  createEnterprise: {
    ...CREATE,
    path: '/api/enterprises',
    summary: 'Registers an enterprise in a park, with its building and the chain of owners.',
    body: enterpriseCreationSchema,
    response: enterpriseDetailSchema,
  },
  getEnterprise: {
    ...READ,
    query: noQuerySchema,
    path: '/api/enterprises/:code',
    summary: 'One enterprise with where it rents, the chain of owners and its risk points.',
    params: enterpriseParams,
    versioned: true,
    response: enterpriseDetailSchema,
  },
  updateEnterprise: {
    ...CHANGE,
    method: 'patch',
    path: '/api/enterprises/:code',
    summary: 'Changes the fields that are given.',
    params: enterpriseParams,
    body: enterpriseChangeSchema,
    response: enterpriseDetailSchema,
  },
  retireEnterprise: {
    ...CHANGE,
    method: 'post',
    path: '/api/enterprises/:code/retire',
    summary: 'Takes an enterprise out that has left; refused while risk points name it.',
    params: enterpriseParams,
    body: reasonBodySchema,
    response: enterpriseDetailSchema,
  },
  restoreEnterprise: {
    ...CHANGE,
    method: 'post',
    path: '/api/enterprises/:code/restore',
    summary: 'Brings a retired enterprise back as it was.',
    params: enterpriseParams,
    body: reasonBodySchema,
    response: enterpriseDetailSchema,
  },
  undoEnterprise: {
    ...CHANGE,
    method: 'post',
    path: '/api/enterprises/:code/undo',
    summary: 'Puts the version before the latest back; undoing the registration retires it.',
    params: enterpriseParams,
    body: reasonBodySchema,
    response: enterpriseDetailSchema,
  },
  getEnterpriseHistory: {
    ...READ,
    query: noQuerySchema,
    path: '/api/enterprises/:code/history',
    summary: 'Every version of an enterprise, the latest first.',
    params: enterpriseParams,
    response: historySchema,
  },
} as const satisfies Record<string, Endpoint>
