import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditorTask } from '../../../client/stores/editor.ts'
import { POINT } from '../../unit/client/editor/records.ts'
import { mountTask, stubServer, unmountAll } from './editorPage.ts'

const EDIT: EditorTask = { kind: 'edit', code: POINT.code }

beforeEach(() => {
  sessionStorage.clear()
  stubServer()
})
afterEach(() => {
  unmountAll()
  vi.unstubAllGlobals()
})

test('a reload finds the text again and says so; it can be given up', async () => {
  const { field: before } = await mountTask(EDIT)
  await before('name').setValue('没有保存的名称')
  unmountAll()
  const { wrapper, field } = await mountTask(EDIT)
  expect(wrapper.get('.notice').text()).toContain('已恢复未保存的内容')
  expect(field('name').element.value).toBe('没有保存的名称')
  await wrapper.get('.notice button').trigger('click')
  expect(field('name').element.value).toBe(POINT.name)
  expect(sessionStorage.length).toBe(0)
})

test('an untouched form asks nothing and is not kept', async () => {
  const { place, editor } = await mountTask(EDIT)
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  await flushPromises()
  expect(editor.task).toBeNull()
  expect(place.holding).toBe(false)
  expect(sessionStorage.length).toBe(0)
})

test('who leaves the page with an untouched form does not come back to it', async () => {
  const { editor } = await mountTask(EDIT)
  unmountAll()
  expect(editor.task).toBeNull()
})

test('a move elsewhere waits for an answer: stay keeps the text, leaving goes on', async () => {
  const { wrapper, field, place, editor } = await mountTask(EDIT)
  await field('name').setValue('没有保存的名称')
  place.open({ areaCode: '440307003' })
  await flushPromises()
  expect(wrapper.get('dialog').text()).toContain('不再保留')
  await wrapper.findAll('dialog button')[0]!.trigger('click')
  expect(place.place.areaCode).toBe('440307')
  expect(field('name').element.value).toBe('没有保存的名称')
  place.open({ areaCode: '440307003' })
  await flushPromises()
  await wrapper.findAll('dialog button')[1]!.trigger('click')
  expect(place.place.areaCode).toBe('440307003')
  expect(editor.task).toBeNull()
  expect(sessionStorage.length).toBe(0)
})

test('a link of the page waits for the same answer', async () => {
  const { wrapper, field, router } = await mountTask(EDIT)
  await field('name').setValue('没有保存的名称')
  const going = router.push('/?area=440307003')
  await flushPromises()
  await wrapper.findAll('dialog button')[0]!.trigger('click')
  await going
  expect(router.currentRoute.value.fullPath).toBe('/')
})
