import type { QueryClient } from '@tanstack/vue-query'
import { ApiError, request } from '../api/request.ts'
import type { HoveredPoint } from '../stores/hover.ts'
import { useNotesStore } from '../stores/notes.ts'
import { usePlaceStore } from '../stores/place.ts'

/** Opens the card of a drawn point: the columns know its id, the server its code and place. */
export function useOpenPoint(client: QueryClient) {
  const place = usePlaceStore()
  const notes = useNotesStore()

  return async ({ id, asOf }: HoveredPoint) => {
    try {
      const { items } = await client.fetchQuery({
        queryKey: ['riskPointById', id],
        queryFn: ({ signal }) => request('listRiskPoints', { query: { ids: String(id) }, signal }),
      })
      const [item] = items
      if (!item) return
      const { areaCode, parkCode, code } = item
      // On a map of the past the card is that of the same moment.
      place.open({ areaCode, parkCode, riskPointCode: code, ...(asOf && { asOf }) }, { fly: false })
    } catch (cause) {
      notes.tell({ key: 'error.openPoint', status: cause instanceof ApiError ? cause.status : 0 })
    }
  }
}
