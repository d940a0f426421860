import * as z from 'zod/mini'
import { rectificationSideSchema } from '../../domain/learning.ts'
import { parkCodeSchema, problemTagSchema } from '../../domain/parks.ts'
import { READ, WRITE, type Endpoint } from '../endpoint.ts'
import { noQuerySchema } from '../queries.ts'
import {
  exchangeCreationSchema,
  rectificationCreationSchema,
  tourChangeSchema,
} from './siteBodies.ts'
import {
  alikeSchema,
  learningSchema,
  measuresSchema,
  siteSchema,
  tourSchema,
  toursSchema,
} from './siteResponses.ts'

const parkParams = z.strictObject({ code: parkCodeSchema })
const photoId = z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'must be the id of a record'))

/** The sites of parks: what stands on them, what there is to learn, and the walk through them. */
export const SITE_CONTRACT = {
  getSite: {
    ...READ,
    path: '/api/parks/:code/site',
    summary:
      'What stands on the site of a park, its risk points with building and floor, and its enterprises.',
    params: parkParams,
    query: noQuerySchema,
    response: siteSchema,
  },
  getLearning: {
    ...READ,
    path: '/api/parks/:code/learning',
    summary:
      'Before and after of a park: problems, measures and results, scores, stages and who came to learn.',
    params: parkParams,
    query: noQuerySchema,
    response: learningSchema,
  },
  getAlike: {
    ...READ,
    path: '/api/parks/:code/alike',
    summary:
      'The demonstration parks most like a park by problems, industries and size (建议值), with what they did.',
    params: parkParams,
    query: noQuerySchema,
    response: alikeSchema,
  },
  listMeasures: {
    ...READ,
    path: '/api/measures',
    summary: 'Measures of the demonstration parks that others could copy, by problem.',
    query: z.strictObject({ problem: z.optional(problemTagSchema) }),
    response: measuresSchema,
  },
  addRectification: {
    ...WRITE,
    status: 201,
    idempotent: true,
    path: '/api/parks/:code/rectifications',
    summary: 'Writes down a problem with its measure, and its result when it is reached.',
    params: parkParams,
    body: rectificationCreationSchema,
    response: learningSchema,
  },
  addRectificationPhoto: {
    ...WRITE,
    path: '/api/rectifications/:id/photos',
    summary:
      'A photo of a rectification, before or after (JPEG, PNG or WebP). Place and time are read, then taken out of the file.',
    params: z.strictObject({ id: photoId }),
    query: z.strictObject({ side: rectificationSideSchema }),
    body: 'bytes',
    bodyTypes: ['image/jpeg', 'image/png', 'image/webp'],
    status: 201,
    response: learningSchema,
  },
  getRectificationPhoto: {
    ...READ,
    path: '/api/rectification-photos/:id',
    summary: 'A photo of a rectification.',
    params: z.strictObject({ id: photoId }),
    query: noQuerySchema,
    immutable: true,
    response: null,
    mediaType: 'image/*',
  },
  addExchange: {
    ...WRITE,
    status: 201,
    idempotent: true,
    path: '/api/parks/:code/exchanges',
    summary: 'Writes down an exchange meeting or a visit to a demonstration park.',
    params: parkParams,
    body: exchangeCreationSchema,
    response: learningSchema,
  },
  listTours: {
    ...READ,
    path: '/api/tours',
    summary: 'The walks through the demonstration parks, in the order of their streets.',
    query: noQuerySchema,
    response: toursSchema,
  },
  getTour: {
    ...READ,
    path: '/api/parks/:code/tour',
    summary: 'The walk through a demonstration park: where the camera stops and what is said.',
    params: parkParams,
    query: noQuerySchema,
    versioned: true,
    response: tourSchema,
  },
  updateTour: {
    ...WRITE,
    method: 'patch',
    path: '/api/parks/:code/tour',
    summary: 'Replaces the steps of a walk.',
    params: parkParams,
    body: tourChangeSchema,
    ifMatch: true,
    versioned: true,
    response: tourSchema,
  },
} as const satisfies Record<string, Endpoint>
