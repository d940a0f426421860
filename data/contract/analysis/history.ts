import * as z from 'zod/mini'
import { HISTORY_PARTS } from '../../domain/historyColumns.ts'
import { READ, type Endpoint } from '../endpoint.ts'

export const HISTORY_CONTRACT = {
  getHistoryColumns: {
    ...READ,
    path: '/api/risk-points/history.arrow',
    summary:
      'What risk points, hazard sources and hidden dangers were, as Arrow IPC streams of columns: with the present columns they give the district at the end of any past day.',
    query: z.strictObject({ part: z._default(z.enum(HISTORY_PARTS), 'versions') }),
    response: null,
    mediaType: 'application/vnd.apache.arrow.stream',
  },
} as const satisfies Record<string, Endpoint>
