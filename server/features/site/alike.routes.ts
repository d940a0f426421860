import type { AlikePark } from '#data/contract/site/siteResponses'
import { rectificationSchema } from '#data/domain/learning'
import { likenessOf, mostAlike, type LikenessFacts } from '#data/domain/likeness'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound } from '../../http/problems.ts'
import { listMeasures, type MeasureRow } from './learning.queries.ts'
import { listComparedParks, type ComparedPark } from './likeness.queries.ts'
import { told } from './told.ts'

const MOST_ALIKE = 3

export function alikeHandlers({ clock }: Services): Pick<Handlers, 'getAlike' | 'listMeasures'> {
  return {
    getAlike: ({ params: { code }, read }) =>
      read(async (transaction) => {
        const compared = await listComparedParks(transaction, code)
        const asked = compared.find((park) => park.code === code)
        if (!asked) throw notFound('park', code)
        const measures = await listMeasures(transaction, null)
        const parks = compared
          .filter((park) => park.demonstration && park.code !== code)
          .map((park) => alikePark(park, asked, measures))
        return { parkCode: code, parks: mostAlike(parks, MOST_ALIKE), ...told(clock) }
      }),
    listMeasures: async ({ query: { problem = null }, read }) => ({
      items: await read((transaction) => listMeasures(transaction, problem)),
      ...told(clock),
    }),
  }
}

const factsOf = ({ problemTags, industries }: ComparedPark): LikenessFacts => ({
  problemTags,
  industries: new Map(industries),
})

function alikePark(
  park: ComparedPark,
  asked: ComparedPark,
  measures: readonly MeasureRow[],
): AlikePark {
  const { code, name, street, industries } = park
  const likeness = likenessOf(factsOf(asked), factsOf(park))
  const isShared = ({ problemTag }: MeasureRow) =>
    problemTag !== null && likeness.sharedProblems.includes(problemTag)
  const own = measures.filter(({ parkCode }) => parkCode === code)
  return {
    ...{ code, name, street, ...likeness },
    enterprises: industries.reduce((sum, [, count]) => sum + count, 0),
    // Sorting keeps the order of those that are equal, the first found first; the schema takes
    // the name of the park out, which stands above.
    measures: own
      .toSorted((a, b) => Number(isShared(b)) - Number(isShared(a)))
      .map((row) => rectificationSchema.parse(row)),
  }
}
