import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photoSchema, type HiddenDangerDetail } from '#data/contract/hiddenDangerResponses'
import { MOST_PHOTOS } from '#data/domain/photos'
import { serveWritable, type Writable } from '../serveWritable.ts'
import { addressOf, hiddenDangerRecords, type HiddenDangerRecords } from './records.ts'

let api: Writable
let records: HiddenDangerRecords
let danger: HiddenDangerDetail
beforeAll(async () => {
  api = await serveWritable()
  records = hiddenDangerRecords(api)
  danger = await records.register()
})
afterAll(() => api.close())

const SCRIPT = '<script>alert(document.cookie)</script>'
/** A picture of one colour; another shade is another picture. */
const picture = (shade: number, width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 30 } } })
/** As a phone held upright makes it: stored lying, with place, time and maker. */
const phonePhoto = (shade: number): Promise<Buffer> =>
  picture(shade)
    .withExif({
      IFD0: { Make: 'SecretPhone', Orientation: '6' },
      IFD2: { DateTimeOriginal: '2026:11:22 15:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '22/1 43/1 1200/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '114/1 15/1 3600/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const send = (
  body: Buffer,
  type = 'image/jpeg',
  stage = 'found',
  { code }: { code: string } = danger,
) =>
  api.request(`/api/hidden-dangers/${code}/photos?stage=${stage}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  })
const refusal = (body: Buffer, type = 'image/jpeg', { code }: { code: string } = danger) =>
  api.problem(`/api/hidden-dangers/${code}/photos?stage=found`, {
    method: 'POST',
    headers: { 'Content-Type': type, 'Accept-Language': 'zh-CN' },
    body,
  })
const photoOf = (answer: { status: number; body: Buffer }) => {
  expect(answer.status, String(answer.body)).toBe(201)
  return photoSchema.parse(JSON.parse(String(answer.body)))
}

describe('what is kept', () => {
  test('place and time are read from the file and are not in what is stored', async () => {
    const file = await phonePhoto(10)
    expect(String(file)).toContain('SecretPhone')
    const photo = photoOf(await send(Buffer.concat([file, Buffer.from(SCRIPT)])))
    // Upright: what lay is turned by a quarter.
    expect(photo).toMatchObject({ stage: 'found', mediaType: 'image/jpeg', width: 40, height: 60 })
    expect(photo.takenAt).toBe('2026-11-22T15:30:00+08:00')
    expect(photo.latitude).toBeCloseTo(22 + 43 / 60 + 12 / 3600, 6)
    expect(photo.longitude).toBeCloseTo(114 + 15 / 60 + 36 / 3600, 6)
    const [row] = await api.db.query('SELECT content FROM photos WHERE id = $1', [photo.id])
    const stored = Buffer.from(row?.content as Uint8Array)
    expect(stored.length).toBe(photo.bytes)
    for (const trace of ['Exif', 'SecretPhone', 'GPS', '2026:11:22', 'script']) {
      expect(stored.includes(trace), trace).toBe(false)
    }
    const { exif, xmp, iptc, orientation } = await sharp(stored).metadata()
    expect({ exif, xmp, iptc, orientation }).toEqual({})
  })

  test.each([
    ['image/png', () => picture(20).png().toBuffer()],
    ['image/webp', () => picture(21).webp().toBuffer()],
  ])('%s is one too, without place and time', async (type, make) => {
    const photo = photoOf(await send(await make(), type, 'rectified'))
    expect(photo).toMatchObject({
      stage: 'rectified',
      mediaType: type,
      takenAt: null,
      longitude: null,
      latitude: null,
      uploadedBy: '演示管理员',
    })
  })

  test('it is answered as bytes of its type, for the browser of who asked alone', async () => {
    const photo = photoOf(await send(await picture(30).jpeg().toBuffer()))
    const answer = await api.request(`/api/photos/${photo.id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect(answer.body.length).toBe(photo.bytes)
    expect((await sharp(answer.body).metadata()).format).toBe('jpeg')
    expect((await api.problem('/api/photos/999999999')).status).toBe(404)
  })

  test('the same picture twice is one, and of another stage another', async () => {
    const file = await picture(40).jpeg().toBuffer()
    const [first, again] = (await Promise.all([send(file), send(file)])).map(photoOf)
    expect(again).toEqual(first)
    expect(photoOf(await send(file, 'image/jpeg', 'reviewed')).id).not.toBe(first?.id)
    const { photos } = await api.get('getHiddenDanger', addressOf(danger))
    expect(photos.filter(({ id }) => id === first?.id)).toHaveLength(1)
  })
})

describe('what is refused, with a sentence', () => {
  test.each([
    ['a script', Buffer.from(SCRIPT), 'image/jpeg'],
    ['an SVG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`), 'image/png'],
    ['a GIF that is a script too', Buffer.from('GIF89a/*\x01\x00*/=1;alert(1)'), 'image/jpeg'],
    ['nothing', Buffer.alloc(0), 'image/jpeg'],
    [
      'the head of a JPEG and a script',
      Buffer.from(`\xff\xd8\xff${SCRIPT}`, 'latin1'),
      'image/jpeg',
    ],
  ])('%s', async (_, body, type) => {
    const problem = await refusal(body, type)
    expect(problem.status).toBe(422)
    expect(problem.detail).toMatch(/^(文件内容不是 JPEG|照片不完整)/)
  })

  test('a PNG that calls itself a JPEG', async () => {
    const problem = await refusal(await picture(50).png().toBuffer())
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('类型不符') })
  })

  test.each([
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
  ] as const)('a %s that was cut off on its way', async (format, type) => {
    const noise = Buffer.from(Array.from({ length: 90 * 90 * 3 }, (_, at) => (at * 7919) % 251))
    const raw = { raw: { width: 90, height: 90, channels: 3 as const } }
    const whole = await sharp(noise, raw).toFormat(format).toBuffer()
    const problem = await refusal(whole.subarray(0, Math.floor(whole.length / 2)), type)
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('不完整') })
  })

  test('a few bytes that stand for 900 megapixels', async () => {
    const bomb = await picture(60).png().toBuffer()
    // Width and height of the head, and its checksum.
    bomb.writeUInt32BE(30_000, 16)
    bomb.writeUInt32BE(30_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    expect((await sharp(bomb, { limitInputPixels: false }).metadata()).width).toBe(30_000)
    const problem = await refusal(bomb, 'image/png')
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('百万像素') })
  })

  test('more than 10 MB', async () => {
    const problem = await refusal(Buffer.alloc(10 * 1024 * 1024 + 1, 0xff))
    expect(problem).toMatchObject({ status: 413, detail: '照片大于 10 MB。请缩小或压缩后再传。' })
  })

  test.each(['image/gif', 'image/svg+xml', 'text/html', 'image/jpeg; charset=x'])(
    'Content-Type: %s',
    async (type) => {
      const problem = await refusal(await picture(70).jpeg().toBuffer(), type)
      expect(problem).toMatchObject({ status: 415, detail: expect.stringContaining('JPEG') })
    },
  )

  test('a stage that there is none, and a hidden danger that there is none', async () => {
    const file = await picture(80).jpeg().toBuffer()
    expect((await send(file, 'image/jpeg', 'later')).status).toBe(400)
    expect((await refusal(file, 'image/jpeg', { code: 'HD-NONE' })).status).toBe(404)
  })

  test(`a photo beyond the ${MOST_PHOTOS}th, also when two come at once`, async () => {
    const other = await records.register()
    const files = await Promise.all(
      Array.from({ length: MOST_PHOTOS + 1 }, (_, shade) =>
        picture(100 + shade * 10)
          .jpeg()
          .toBuffer(),
      ),
    )
    const answers = await Promise.all(files.map((file) => send(file, 'image/jpeg', 'found', other)))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array.from({ length: MOST_PHOTOS }, () => 201), 422])
    const { photos } = await api.get('getHiddenDanger', addressOf(other))
    expect(photos).toHaveLength(MOST_PHOTOS)
  })

  test('a photo of what was dismissed or merged', async () => {
    const file = await picture(90).jpeg().toBuffer()
    for (const state of ['dismissed', 'merged'] as const) {
      const gone = await records.inState(state)
      expect((await refusal(file, 'image/jpeg', gone)).status).toBe(409)
    }
    const closed = await records.inState('closed')
    photoOf(await send(file, 'image/jpeg', 'reviewed', closed))
  })
})
