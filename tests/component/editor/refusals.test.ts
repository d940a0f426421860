import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditorTask } from '../../../client/stores/editor.ts'
import { POINT } from '../../unit/client/editor/records.ts'
import { fillIn, mountTask, stubServer, unmountAll } from './editorPage.ts'

const CREATE: EditorTask = { kind: 'create', areaCode: '440307013', parkCode: null }
const EDIT: EditorTask = { kind: 'edit', code: POINT.code }

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  unmountAll()
  vi.unstubAllGlobals()
})

test('a refusal stands at its field until that is changed, and the text stays', async () => {
  const detail = '该位置在龙岗区外 98.0 km。请核对经纬度次序、小数点和坐标系。'
  const problem = {
    type: '/api/docs#refused',
    title: 'Refused',
    status: 422,
    detail,
    parameters: [{ parameter: 'coordinates', message: detail }],
  }
  stubServer(({ method }) => (method === 'POST' ? { status: 422, body: problem } : undefined))
  const page = await mountTask(CREATE)
  await fillIn(page)
  await page.save()
  expect(document.activeElement).toBe(page.field('coordinates').element)
  const error = page.wrapper.get(
    `#${page.field('coordinates').attributes('aria-describedby')!.split(' ')[1]}`,
  )
  expect(error.text()).toBe(detail)
  expect(page.field('measures').element.value).toBe('湿式负压、泄爆、每班清灰')
  await page.field('coordinates').setValue('114.006, 22.605')
  expect(page.field('coordinates').attributes('aria-invalid')).toBeUndefined()
})

test('several refusals stand each at its field in its own words, and the sentence at the foot', async () => {
  const problem = {
    type: '/api/docs#invalidBody',
    title: 'Invalid body',
    status: 400,
    detail: 'name: 含不可见字符; measures: 最多 1000 字',
    parameters: [
      { parameter: 'name', message: '含不可见字符' },
      { parameter: 'measures', message: '最多 1000 字' },
    ],
  }
  stubServer(({ method }) => (method === 'PATCH' ? { status: 400, body: problem } : undefined))
  const { wrapper, field, save } = await mountTask(EDIT)
  await field('name').setValue('新名称')
  await field('measures').setValue('通风')
  await field('reason').setValue('更正')
  await save()
  const errorOf = (name: string) =>
    field(name)
      .attributes('aria-describedby')!
      .split(' ')
      .map((id) => wrapper.get(`#${id}`).text())
  expect(errorOf('name')).toContain('含不可见字符')
  expect(errorOf('measures')).toContain('最多 1000 字')
  expect(wrapper.get('[data-refusal]').text()).toContain(problem.detail)
})

test('the server away: a sentence, nothing lost, and 重试 sends it', async () => {
  let away = true
  const sent = stubServer(({ method }) =>
    method !== 'PATCH' ? undefined : away ? 'away' : { body: { ...POINT, version: 4 } },
  )
  const { wrapper, field, save, editor } = await mountTask(EDIT)
  await field('name').setValue('新名称')
  await field('reason').setValue('更正')
  await save()
  expect(wrapper.get('[data-refusal]').text()).toContain('连不上服务器')
  expect(wrapper.get('[data-refusal]').text()).toContain('没有丢失')
  expect(field('name').element.value).toBe('新名称')
  away = false
  await wrapper.get('[data-refusal] button').trigger('click')
  await flushPromises()
  expect(sent).toHaveLength(2)
  expect(editor.task).toBeNull()
})
