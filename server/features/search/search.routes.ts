import { searchKindSchema } from '#data/domain/search'
import type { Handlers } from '../../http/endpoint.ts'
import { searchKind, type SearchItem } from './search.queries.ts'
import { shareFairly } from './shareFairly.ts'
import { textTokens } from './textTokens.ts'

export function searchHandlers(): Pick<Handlers, 'search'> {
  return {
    search: async ({ query, read }) => {
      const terms = { tokens: textTokens(query.q), limit: query.limit }
      const groups = await read(async (transaction) => {
        const found: SearchItem[][] = []
        for (const kind of searchKindSchema.options) {
          found.push(await searchKind(transaction, kind, terms))
        }
        return found
      })
      return { items: shareFairly(groups, query.limit) }
    },
  }
}
