import { READ, type Endpoint } from '../endpoint.ts'
import { aroundQuerySchema, coverageQuerySchema, dominoQuerySchema } from './aroundQueries.ts'
import { aroundSchema } from './aroundResponses.ts'
import { coverageSchema } from './coverageResponses.ts'
import { dominoSchema } from './dominoResponses.ts'

/** What lies around, what the micro fire stations reach, and which hazard sources reach each other. */
export const AROUND_CONTRACT = {
  getAround: {
    ...READ,
    path: '/api/around',
    summary:
      'What lies around a point, a park or a drawn shape: risk points, people, hidden dangers, sensitive places, and the nearest help with its estimated time (建议值).',
    query: aroundQuerySchema,
    response: aroundSchema,
  },
  getCoverage: {
    ...READ,
    path: '/api/coverage',
    summary:
      'What the micro fire stations of an area reach in a straight line, and the risk points, parks and enterprises outside.',
    query: coverageQuerySchema,
    response: coverageSchema,
  },
  getDomino: {
    ...READ,
    path: '/api/domino',
    summary:
      'Groups of hazard sources whose property-damage circles reach one another. 示意 不替代定量风险评价: for screening only.',
    query: dominoQuerySchema,
    response: dominoSchema,
  },
} as const satisfies Record<string, Endpoint>
