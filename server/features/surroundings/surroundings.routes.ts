import type { Handlers, Services } from '../../http/endpoint.ts'
import { readCircle, type Circle } from './surroundings.queries.ts'

export function surroundingsHandlers({ clock }: Services): Pick<Handlers, 'getSurroundings'> {
  return {
    getSurroundings: async ({ query, read }) => {
      const { longitude, latitude, radii } = query
      const circles = await read(async (transaction) => {
        const found: Circle[] = []
        for (const radius of radii) {
          found.push(await readCircle(transaction, longitude, latitude, radius))
        }
        return found
      })
      return { longitude, latitude, circles, asOf: clock.asOf(), source: clock.source }
    },
  }
}
