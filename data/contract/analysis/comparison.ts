import { READ, type Endpoint } from '../endpoint.ts'
import { comparisonQuerySchema, comparisonSchema } from './comparisonSchemas.ts'

/** Two places side by side. */
export const COMPARISON_CONTRACT = {
  comparePlaces: {
    ...READ,
    path: '/api/comparison',
    summary:
      'Two streets, communities or parks side by side: figures, people, rates, twelve months, campaigns. Not a ranking.',
    query: comparisonQuerySchema,
    response: comparisonSchema,
  },
} as const satisfies Record<string, Endpoint>
