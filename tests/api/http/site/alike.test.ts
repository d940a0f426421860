import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#data/domain/clock'
import { LIKENESS_WEIGHTS } from '#data/domain/likeness'
import { problemTagSchema, type ProblemTag } from '#data/domain/parks'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { chooseParks } from './layOutSite.ts'

let api: Writable
let parks: Awaited<ReturnType<typeof chooseParks>>
beforeAll(async () => {
  api = await serveWritable()
  parks = await chooseParks(api)
})
afterAll(() => api.close())

const alikeOf = (code: string) => api.get('getAlike', `/api/parks/${code}/alike`)
/** A measure of a demonstration park, by its words. */
async function addMeasure(code: string, problemTag: ProblemTag | null, copyNote: string | null) {
  const measure = `措施 ${randomUUID()}`
  await api.send('addRectification', `/api/parks/${code}/rectifications`, {
    body: {
      ...{ aspect: 'site', problem: '问题', measure, problemTag, copyNote },
      foundOn: addDays(api.today, -20),
    },
  })
  return measure
}

test('the three demonstration parks most like an ordinary one, with the parts of it', async () => {
  const { parks: alike, parkCode } = await alikeOf(parks.ordinary.code)
  expect(parkCode).toBe(parks.ordinary.code)
  expect(alike).toHaveLength(3)
  const order = alike.map(({ likeness }) => likeness)
  expect(order).toEqual(order.toSorted((a, b) => b - a))
  const { features } = await api.get('listParks', '/api/parks?demonstration=true')
  const models = features.map(({ properties }) => properties.code)
  for (const { code, likeness, parts, enterprises } of alike) {
    expect(models).toContain(code)
    const { problems, industries, size } = LIKENESS_WEIGHTS
    const weighted = problems * parts.problems + industries * parts.industries + size * parts.size
    expect(likeness).toBeCloseTo(weighted, 2)
    const card = await api.get('getPark', `/api/parks/${code}`)
    expect(enterprises).toBe(card.enterprises.length)
  }
})

test('a demonstration park is like the others, never like itself', async () => {
  const { parks: alike } = await alikeOf(parks.model.code)
  expect(alike).toHaveLength(3)
  expect(alike.map(({ code }) => code)).not.toContain(parks.model.code)
})

test('a problem that a rectification names counts, and its measure comes first', async () => {
  const { ordinary } = parks
  const record = await api.get('getParkRecord', `/api/park-records/${ordinary.code}`)
  const [first] = (await alikeOf(ordinary.code)).parks
  const shared = record.problemTags.find((tag) => !first!.sharedProblems.includes(tag))
  const own = record.problemTags[0] ?? problemTagSchema.options[0]!
  const unshared = problemTagSchema.options.find((tag) => !record.problemTags.includes(tag))!
  await addMeasure(first!.code, null, '先有的,不属于哪类问题')
  await addMeasure(first!.code, unshared, '另一类问题')
  const offered = await addMeasure(first!.code, shared ?? own, '需业主同意')
  const kept = await addMeasure(first!.code, own, null)
  const found = (await alikeOf(ordinary.code)).parks.find(({ code }) => code === first!.code)!
  expect(found.sharedProblems).toContain(shared ?? own)
  const measures = found.measures.map(({ measure }) => measure)
  expect(measures).toContain(offered)
  expect(measures).not.toContain(kept)
  const isShared = found.measures.map(
    ({ problemTag }) => problemTag !== null && found.sharedProblems.includes(problemTag),
  )
  expect(isShared).toEqual(isShared.toSorted((a, b) => Number(b) - Number(a)))
})

test('measures are found by their problem, with the park that tried them', async () => {
  const tag = problemTagSchema.options[1]!
  const offered = await addMeasure(parks.model.code, tag, '可整体复制')
  const ofOrdinary = await addMeasure(parks.ordinary.code, tag, '普通园区的做法')
  const { items } = await api.get('listMeasures', `/api/measures?problem=${tag}`)
  expect(items.every(({ problemTag }) => problemTag === tag)).toBe(true)
  const words = items.map(({ measure }) => measure)
  expect(words).toContain(offered)
  expect(words).not.toContain(ofOrdinary)
  expect(items.find(({ measure }) => measure === offered)).toMatchObject({
    parkCode: parks.model.code,
    copyNote: '可整体复制',
  })
  const all = (await api.get('listMeasures', '/api/measures')).items
  expect(all.length).toBeGreaterThan(items.length)
  expect((await api.problem('/api/measures?problem=none')).status).toBe(400)
})

test('nothing is like a park that is none', async () => {
  expect((await api.problem('/api/parks/NO-PARK/alike')).status).toBe(404)
})
