import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { learningSchema } from '#data/contract/site/siteResponses'
import { addDays } from '#data/domain/clock'
import { MOST_PHOTOS } from '#data/domain/photos'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { chooseParks, layOutSite } from './layOutSite.ts'

let api: Writable
let parks: Awaited<ReturnType<typeof chooseParks>>
beforeAll(async () => {
  api = await serveWritable()
  parks = await chooseParks(api)
})
afterAll(() => api.close())

const addressOf = (code: string, rest: string) => `/api/parks/${code}/${rest}`
const learningOf = (code: string) => api.get('getLearning', addressOf(code, 'learning'))
const daysAgo = (days: number) => addDays(api.today, -days)
/** Another problem each time: what is written twice is written once. */
const rectification = (fields: Record<string, unknown> = {}) => ({
  aspect: 'site',
  problem: `消防车通道被占用 ${randomUUID()}`,
  measure: '划线禁停,加装隔离桩',
  foundOn: daysAgo(40),
  ...fields,
})
const add = (code: string, fields: Record<string, unknown> = {}) =>
  api.send('addRectification', addressOf(code, 'rectifications'), { body: rectification(fields) })
const refuse = (code: string, fields: Record<string, unknown>) =>
  api.refusal('addRectification', addressOf(code, 'rectifications'), {
    body: rectification(fields),
  })

test('a problem with its measure and result is written down, whatever the park', async () => {
  for (const { code } of [parks.model, parks.ordinary]) {
    const before = await learningOf(code)
    const told = {
      startedOn: daysAgo(30),
      finishedOn: daysAgo(9),
      result: '净宽 4.5 m',
      costYuan: 0,
    }
    const learning = await add(code, { ...told, foundOn: daysAgo(31), copyNote: '需清退 2 户' })
    expect(learning.rectifications).toHaveLength(before.rectifications.length + 1)
    const added = learning.rectifications.find(
      ({ id }) => !before.rectifications.some((known) => known.id === id),
    )
    expect(added).toMatchObject({ ...told, problemTag: null, featureCode: null, photos: [] })
    const days = learning.rectifications.map(({ foundOn }) => foundOn)
    expect(days).toEqual(days.toSorted())
    expect(learning).toMatchObject({ parkCode: code, fictitious: true })
  }
})

test('the same twice is one: by its words, and by its key', async () => {
  const body = rectification()
  const address = addressOf(parks.ordinary.code, 'rectifications')
  await api.send('addRectification', address, { body })
  const twice = await api.refusal('addRectification', address, { body })
  expect(twice.status).toBe(409)
  const headers = { 'Idempotency-Key': randomUUID() }
  const keyed = { method: 'POST', headers, body: rectification() }
  const [first, second] = [await api.request(address, keyed), await api.request(address, keyed)]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(JSON.parse(String(second.body))).toEqual(JSON.parse(String(first.body)))
})

test('what cannot be is refused with what to do', async () => {
  const { code } = parks.ordinary
  expect((await refuse(code, { foundOn: addDays(api.today, 1) })).detail).toContain('not come yet')
  const other = await refuse(code, { featureCode: `${parks.model.code}-B01` })
  expect(other).toMatchObject({ status: 422, parameters: [{ parameter: 'featureCode' }] })
  expect((await refuse(code, { startedOn: daysAgo(50) })).status).toBe(400)
  expect((await refuse(code, { result: '完成' })).detail).toContain('a result needs the day')
  expect((await refuse('NO-PARK', {})).status).toBe(404)
})

test('a rectification names the thing of the site that it changed', async () => {
  const code = `${parks.ordinary.code}-L81`
  await layOutSite(api, parks.ordinary, [{ code, kind: 'fireLane', wkt: 'LINESTRING(0 0, 9 0)' }])
  const { rectifications } = await add(parks.ordinary.code, { featureCode: code })
  expect(rectifications.map(({ featureCode }) => featureCode)).toContain(code)
})

const meeting = (fields: Record<string, unknown> = {}) => ({
  kind: 'exchangeMeeting',
  heldOn: daysAgo(3),
  topic: '消防车通道整治',
  visitors: `平湖街道 12 家园区 ${randomUUID()}`,
  people: 36,
  ...fields,
})

test('exchange meetings are those of demonstration parks, the latest first', async () => {
  const { model, ordinary } = parks
  const address = addressOf(model.code, 'exchanges')
  await api.send('addExchange', address, { body: meeting() })
  const older = { body: meeting({ heldOn: daysAgo(400), kind: 'visit' }) }
  const { exchanges } = await api.send('addExchange', address, older)
  const days = exchanges.map(({ heldOn }) => heldOn)
  expect(days).toEqual(days.toSorted().toReversed())
  expect(exchanges).toContainEqual(expect.objectContaining(older.body))
  expect((await api.refusal('addExchange', address, older)).status).toBe(409)
  const future = { body: meeting({ heldOn: addDays(api.today, 1) }) }
  expect((await api.refusal('addExchange', address, future)).detail).toContain('not come yet')
  for (const [language, words] of [
    ['zh-CN', '不是示范园区'],
    ['en', 'is no demonstration park'],
  ] as const) {
    const problem = await api.problem(addressOf(ordinary.code, 'exchanges'), {
      method: 'POST',
      headers: { 'Accept-Language': language },
      body: meeting(),
    })
    expect(problem).toMatchObject({ status: 422, parameters: [{ parameter: 'park' }] })
    expect(problem.detail).toContain(words)
  }
})

test('scores before and after: the first sheet, and the last of the acceptance in force', async () => {
  const [scored] = await api.db.query(
    `SELECT park_code AS code FROM park_gradings
     WHERE purpose = 'acceptance' AND state = 'effective' ORDER BY id LIMIT 1`,
  )
  const code = String(scored?.code)
  const { before, after } = await learningOf(code)
  const gradings = (await api.get('getParkRecord', `/api/park-records/${code}`)).gradings
  const sheets = []
  for (const { id, state, purpose, decidedAt } of gradings) {
    if (state === 'withdrawn') continue
    const { events } = await api.get('getGrading', `/api/park-gradings/${id}`)
    for (const event of events)
      if (event.scores) sheets.push({ ...event, purpose, state, decidedAt })
  }
  sheets.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  expect(before).toMatchObject({ on: sheets[0]!.at.slice(0, 10), total: sheets[0]!.total })
  const last = sheets.filter((each) => each.purpose === 'acceptance' && each.state === 'effective')
  expect(after).toMatchObject({ total: last.at(-1)!.total, evaluator: last.at(-1)!.evaluator })
  expect(after!.scores).toEqual(last.at(-1)!.scores)
})

test('a park that nobody scored has no sheets', async () => {
  const { code } = parks.ordinary
  await api.db.query('DELETE FROM park_gradings WHERE park_code = $1', [code])
  expect(await learningOf(code)).toMatchObject({ before: null, after: null })
})

const picture = (shade: number) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: { r: shade, g: 9, b: 3 } } })
const send = (id: number, body: Buffer, side = 'before') =>
  api.request(`/api/rectifications/${id}/photos?side=${side}`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/jpeg' },
    body,
  })

test('photos of both sides: read, cleaned, kept once and shown', async () => {
  const { rectifications } = await add(parks.ordinary.code)
  const id = Math.max(...rectifications.map((each) => each.id))
  const exif = {
    IFD0: { Make: 'SecretPhone' },
    IFD2: { DateTimeOriginal: '2026:11:22 15:30:00' },
  }
  const photo = await picture(10).withExif(exif).jpeg().toBuffer()
  const photosAfter = (answer: { status: number; body: Buffer }) => {
    expect(answer.status, String(answer.body)).toBe(201)
    const learning = learningSchema.parse(JSON.parse(String(answer.body)))
    return learning.rectifications.find((each) => each.id === id)!.photos
  }
  photosAfter(await send(id, photo))
  photosAfter(await send(id, photo))
  const photos = photosAfter(await send(id, photo, 'after'))
  expect(photos.map(({ side }) => side)).toEqual(['before', 'after'])
  expect(photos[0]).toMatchObject({ width: 60, height: 40, uploadedBy: '演示管理员' })
  expect(photos[0]!.takenAt).toBe('2026-11-22T15:30:00+08:00')
  const shown = await api.request(`/api/rectification-photos/${photos[0]!.id}`)
  expect(shown.headers['content-type']).toBe('image/jpeg')
  expect(shown.headers['cache-control']).toContain('immutable')
  expect(shown.body.includes('SecretPhone')).toBe(false)
  expect((await sharp(shown.body).metadata()).exif).toBeUndefined()
  const none = Buffer.from('<script>')
  expect((await send(id, none)).status).toBe(422)
  expect((await send(999_999_999, photo)).status).toBe(404)
  expect((await api.problem('/api/rectification-photos/999999999')).status).toBe(404)
})

test('a rectification holds no more photos than it may', async () => {
  const { rectifications } = await add(parks.ordinary.code)
  const id = Math.max(...rectifications.map((each) => each.id))
  for (let shade = 0; shade < MOST_PHOTOS; shade++) {
    const body = await picture(20 + shade * 15)
      .jpeg()
      .toBuffer()
    expect((await send(id, body)).status).toBe(201)
  }
  const answer = await send(id, await picture(3).jpeg().toBuffer(), 'after')
  expect(answer.status).toBe(422)
  expect(String(answer.body)).toContain(`at most ${MOST_PHOTOS} photos`)
})

test('what was written down is never changed', async () => {
  for (const table of ['park_rectifications', 'rectification_photos', 'park_exchanges']) {
    await expect(
      api.db.transaction(async (transaction) => {
        await transaction.query('SET LOCAL ROLE longgang_administrator')
        await transaction.query(`UPDATE ${table} SET park_code = $1`, ['X'])
      }),
    ).rejects.toThrow(/permission denied|does not exist/)
  }
})
