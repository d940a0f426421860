import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditorTask } from '../../../client/stores/editor.ts'
import { POINT } from '../../unit/client/editor/records.ts'
import { mountTask, stubServer, unmountAll } from './editorPage.ts'

const EDIT: EditorTask = { kind: 'edit', code: POINT.code }
const change = {
  kind: 'edit',
  at: '2026-11-23T09:05:00+08:00',
  by: '李工(演示)',
  reason: '他人核对',
}
/** What somebody else made of it meanwhile. */
const THEIRS = { ...POINT, name: '对方名称', location: '三楼', version: 4, change }
const STALE = {
  type: '/api/docs#stale',
  title: 'Stale',
  status: 412,
  detail: '您依据的是第 3 版,现已是第 4 版。',
  conflict: {
    version: 4,
    changes: [
      {
        ...change,
        version: 4,
        fields: [
          { field: 'name', before: POINT.name, after: '对方名称' },
          { field: 'location', before: POINT.location, after: '三楼' },
        ],
      },
    ],
  },
}

let wrapper: VueWrapper
beforeEach(() => sessionStorage.clear())
afterEach(() => {
  unmountAll()
  vi.unstubAllGlobals()
})

async function saveStale(name: string) {
  const sent = stubServer(({ method, version }) => {
    if (method === 'GET') return { body: THEIRS }
    return version === '"3"' ? { status: 412, body: STALE } : { body: { ...THEIRS, version: 5 } }
  })
  const { editor, field, save, ...mounted } = await mountTask(EDIT)
  wrapper = mounted.wrapper
  await field('name').setValue(name)
  await field('measures').setValue('我的措施')
  await field('reason').setValue('我的核对')
  await save()
  const patches = () => sent.filter(({ method }) => method === 'PATCH')
  return { editor, field, save, patches }
}

test('the second writer sees who changed what, and keeps what they typed', async () => {
  const { field } = await saveStale('我的名称')
  const panel = wrapper.get('.conflict-panel').text()
  expect(panel).toContain('您从第 3 版开始填写,现已是第 4 版')
  expect(panel).toContain('李工(演示)')
  expect(panel).toContain('他人核对')
  expect(panel).toContain('只有对方改动的内容已采用:位置')
  expect(wrapper.findAll('[data-clash]').map((each) => each.attributes('data-clash'))).toEqual([
    'name',
  ])
  expect(field('location').element.value).toBe('三楼')
  expect(field('measures').element.value).toBe('我的措施')
  expect(field('name').element.value).toBe('我的名称')
})

test('what both changed is chosen before anything is sent', async () => {
  const { save, patches } = await saveStale('我的名称')
  await save()
  expect(patches()).toHaveLength(1)
  expect(wrapper.get('footer').text()).toContain('请先选定')
})

test.each([
  ['mine', { name: '我的名称', measures: '我的措施', reason: '我的核对' }],
  ['theirs', { measures: '我的措施', reason: '我的核对' }],
])('%s chosen: saved on the new version, with no more than what differs', async (side, body) => {
  const { save, patches, editor } = await saveStale('我的名称')
  await wrapper.get(`[data-clash=name] input[value=${side}]`).setValue(true)
  await save()
  expect(patches()[1]).toEqual({
    method: 'PATCH',
    path: `/api/risk-points/${POINT.code}`,
    version: '"4"',
    body,
  })
  expect(editor.task).toBeNull()
})

test('nothing that both changed: one more press saves', async () => {
  const { save, patches } = await saveStale(POINT.name)
  expect(wrapper.findAll('[data-clash]')).toEqual([])
  await save()
  expect(patches()[1]?.body).toEqual({ measures: '我的措施', reason: '我的核对' })
})
