import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import PhotoStages from '../../../client/components/hiddenDangers/PhotoStages.vue'
import { fakeServer } from '../quality/fakeServer.ts'
import { DETAIL, WORK_READS } from './answers.ts'
import { FakeRequest, photoFile } from './fakeUpload.ts'
import { mountWork } from './mountWork.ts'

beforeEach(() => {
  FakeRequest.sent = []
  fakeServer({ ...WORK_READS, 'GET /api/hidden-dangers/DEMO-H-00001': DETAIL })
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function open() {
  const { wrapper } = await mountWork(PhotoStages, { danger: DETAIL })
  const choose = async (stage: string, ...files: File[]) => {
    const input = wrapper.get(`[data-stage=${stage}] input`)
    Object.defineProperty(input.element, 'files', { value: files, configurable: true })
    await input.trigger('change')
    await flushPromises()
  }
  return { wrapper, choose }
}

test('a photo goes to its stage with its type, and tells how far it is', async () => {
  const { wrapper, choose } = await open()
  await choose('rectified', photoFile('a.jpg', 'image/jpeg'))
  const [request] = FakeRequest.sent
  expect(request!.address).toBe('/api/hidden-dangers/DEMO-H-00001/photos?stage=rectified')
  expect(request!.headers.get('Content-Type')).toBe('image/jpeg')
  request!.upload.onprogress!({ loaded: 40, total: 100 })
  await flushPromises()
  expect(wrapper.get('.sending').text()).toContain('a.jpg 正在上传 40%')
  request!.answer(201)
  await flushPromises()
  expect(wrapper.find('.sending').exists()).toBe(false)
})

test('what the server refuses is told in its words, the file stays and can be sent again', async () => {
  const { wrapper, choose } = await open()
  await choose('found', photoFile('b.png', 'image/png'))
  const detail = '文件内容不是 PNG 图片。'
  FakeRequest.sent[0]!.answer(422, JSON.stringify({ type: '/x', title: 'x', status: 422, detail }))
  await flushPromises()
  expect(wrapper.get('.failed').text()).toContain(`b.png 没有上传:${detail}`)
  await wrapper.findAll('.failed button')[0]!.trigger('click')
  await flushPromises()
  expect(FakeRequest.sent).toHaveLength(2)
  FakeRequest.sent[1]!.onerror!()
  await flushPromises()
  expect(wrapper.find('.failed').exists()).toBe(true)
  await wrapper.findAll('.failed button')[1]!.trigger('click')
  expect(wrapper.find('.failed').exists()).toBe(false)
})

test('a file that cannot be a photo, or is too large, is not sent at all', async () => {
  const { wrapper, choose } = await open()
  await choose(
    'found',
    photoFile('c.svg', 'image/svg+xml'),
    photoFile('d.jpg', 'image/jpeg', 11_000_000),
  )
  expect(FakeRequest.sent).toEqual([])
  expect(wrapper.findAll('.failed').map((each) => each.text())).toEqual([
    'c.svg 不是 JPEG、PNG 或 WebP 照片。',
    'd.jpg 超过 10 MB。请压缩后再传。',
  ])
})

test('photos go one after the other', async () => {
  const { choose } = await open()
  await choose('found', photoFile('e.jpg', 'image/jpeg'), photoFile('f.jpg', 'image/jpeg'))
  expect(FakeRequest.sent).toHaveLength(1)
  FakeRequest.sent[0]!.answer(201)
  await flushPromises()
  expect(FakeRequest.sent).toHaveLength(2)
})
