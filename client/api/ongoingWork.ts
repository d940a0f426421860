import { useQuery } from '@tanstack/vue-query'
import { officesRequest } from './offices.ts'

/** Work begins and ends by the clock, without anybody writing: asked anew every minute. */
const EVERY_MILLISECONDS = 60_000
/** More than go on at once in the whole district. */
const MOST = 1000

/** Dangerous work that goes on now, in the whole district. */
export const useOngoingWork = () =>
  useQuery({
    queryKey: ['offices', 'ongoingWork'],
    queryFn: ({ signal }) =>
      officesRequest('listWorkPermits', { query: { state: 'ongoing', limit: MOST }, signal }),
    refetchInterval: EVERY_MILLISECONDS,
    staleTime: 0,
  })
