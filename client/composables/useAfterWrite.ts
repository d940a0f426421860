import { useQueryClient, type Query } from '@tanstack/vue-query'
import { usePointsStore } from '../stores/points.ts'

/** What no edit of a record changes. */
const LASTING = ['areas', 'neighbours', 'grading']

/** After a write: figures, cards and lists are asked for anew, and the points of the map loaded again. */
export function useAfterWrite() {
  const client = useQueryClient()
  const points = usePointsStore()
  return async (): Promise<void> => {
    points.load()
    await client.invalidateQueries({
      predicate: ({ queryKey }: Query) => !LASTING.includes(String(queryKey[0])),
    })
  }
}
