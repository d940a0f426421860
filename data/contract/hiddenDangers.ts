import * as z from 'zod/mini'
import { READ, WRITE, type Endpoint } from './endpoint.ts'
import {
  checkCodeSchema,
  checkCreationSchema,
  checkPlanCreationSchema,
  hiddenDangerCodeSchema,
  hiddenDangerCreationSchema,
  hiddenDangerEventSchema,
} from './hiddenDangerBodies.ts'
import {
  checkPlanQuerySchema,
  checksQuerySchema,
  hiddenDangerCountsQuerySchema,
  hiddenDangersQuerySchema,
  photoQuerySchema,
  severityProposalQuerySchema,
} from './hiddenDangerQueries.ts'
import {
  checkDetailSchema,
  checkPlanSchema,
  checksSchema,
  hiddenDangerCountsSchema,
  hiddenDangerDetailSchema,
  hiddenDangersSchema,
  photoSchema,
  severityProposalSchema,
} from './hiddenDangerResponses.ts'
import { PHOTO_TYPES } from '../domain/photos.ts'
import { noQuerySchema, wholeNumber } from './queries.ts'
import { reasonBodySchema } from './bodies.ts'

const hiddenDangerParams = z.strictObject({ code: hiddenDangerCodeSchema })
const photoParams = z.strictObject({ id: wholeNumber(1, 2_147_483_647) })
const checkParams = z.strictObject({ code: checkCodeSchema })

/** Visits and what they find, from 排查 to 销号. */
export const HIDDEN_DANGERS_CONTRACT = {
  listHiddenDangers: {
    ...READ,
    path: '/api/hidden-dangers',
    summary: 'Hidden dangers of an area by filters; paged by cursor.',
    query: hiddenDangersQuerySchema,
    response: hiddenDangersSchema,
  },
  countHiddenDangers: {
    ...READ,
    path: '/api/hidden-dangers/counts',
    summary: 'How many hidden dangers wait for what (待我办理).',
    query: hiddenDangerCountsQuerySchema,
    response: hiddenDangerCountsSchema,
  },
  proposeSeverity: {
    ...READ,
    path: '/api/hidden-dangers/severity-proposal',
    summary: 'What the clause library takes a finding for, with its basis; a person decides.',
    query: severityProposalQuerySchema,
    response: severityProposalSchema,
  },
  getHiddenDanger: {
    ...READ,
    path: '/api/hidden-dangers/:code',
    summary: 'One hidden danger with its events and photos and what may be done now.',
    params: hiddenDangerParams,
    query: noQuerySchema,
    versioned: true,
    response: hiddenDangerDetailSchema,
  },
  registerHiddenDanger: {
    ...WRITE,
    path: '/api/hidden-dangers',
    summary: 'Registers a hidden danger that came without a visit.',
    body: hiddenDangerCreationSchema,
    idempotent: true,
    status: 201,
    versioned: true,
    response: hiddenDangerDetailSchema,
  },
  actOnHiddenDanger: {
    ...WRITE,
    path: '/api/hidden-dangers/:code/events',
    summary: 'Moves a hidden danger on by one step of the closed loop.',
    params: hiddenDangerParams,
    body: hiddenDangerEventSchema,
    ifMatch: true,
    idempotent: true,
    versioned: true,
    response: hiddenDangerDetailSchema,
  },
  addPhoto: {
    ...WRITE,
    path: '/api/hidden-dangers/:code/photos',
    summary:
      'Adds a photo, the body as its bytes; its place and time are read, then taken out of it.',
    params: hiddenDangerParams,
    query: photoQuerySchema,
    body: 'bytes',
    bodyTypes: PHOTO_TYPES,
    status: 201,
    response: photoSchema,
  },
  getPhoto: {
    ...READ,
    path: '/api/photos/:id',
    summary: 'The bytes of a photo, upright and without place, time and device.',
    params: photoParams,
    query: noQuerySchema,
    mediaType: 'image/*',
    immutable: true,
    response: null,
  },
  listChecks: {
    ...READ,
    path: '/api/checks',
    summary: 'Visits, the latest first; paged by cursor.',
    query: checksQuerySchema,
    response: checksSchema,
  },
  getCheck: {
    ...READ,
    path: '/api/checks/:code',
    summary: 'One visit with what it found.',
    params: checkParams,
    query: noQuerySchema,
    response: checkDetailSchema,
  },
  registerCheck: {
    ...WRITE,
    path: '/api/checks',
    summary: 'Registers a visit and all that it found, whole or not at all.',
    body: checkCreationSchema,
    idempotent: true,
    status: 201,
    response: checkDetailSchema,
  },
  withdrawCheck: {
    ...WRITE,
    path: '/api/checks/:code/withdrawal',
    summary: 'Takes a visit that was registered by mistake out of every count; it stays readable.',
    params: checkParams,
    body: reasonBodySchema,
    response: checkDetailSchema,
  },
  listCheckPlan: {
    ...READ,
    path: '/api/check-plan',
    summary: 'Which enterprises a month should see and which it has seen; paged by cursor.',
    query: checkPlanQuerySchema,
    response: checkPlanSchema,
  },
  makeCheckPlan: {
    ...WRITE,
    path: '/api/check-plan',
    summary: 'Plans the visits of a month from the grades of the parks (A–D frequency).',
    body: checkPlanCreationSchema,
    response: checkPlanSchema,
  },
} as const satisfies Record<string, Endpoint>
