import { useQuery } from '@tanstack/vue-query'
import { request } from './request.ts'

/** What the server says of itself: date and standing of the data, the map approval number. */
export const useHealth = () =>
  useQuery({ queryKey: ['health'], queryFn: ({ signal }) => request('getHealth', { signal }) })
