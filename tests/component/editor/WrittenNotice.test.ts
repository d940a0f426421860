import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import ReasonAction from '../../../client/components/editor/ReasonAction.vue'
import WrittenNotice from '../../../client/components/editor/WrittenNotice.vue'
import { useNotesStore, type Written } from '../../../client/stores/notes.ts'
import { PENDING, POINT } from '../../unit/client/editor/records.ts'
import { mountEditor, stubServer } from './editorPage.ts'

let wrapper: VueWrapper
afterEach(() => {
  wrapper.unmount()
  vi.unstubAllGlobals()
})

const SAVED: Written = {
  key: 'written',
  what: 'saved',
  code: POINT.code,
  name: POINT.name,
  version: 4,
  madeVersion: true,
  canUndo: true,
  awaitsApproval: false,
  pendingDowngradeId: null,
}

test('what was saved is told with 撤销, which takes that version back', async () => {
  const sent = stubServer(({ method }) =>
    method === 'POST' ? { body: { ...POINT, version: 5 } } : undefined,
  )
  const mounted = await mountEditor(WrittenNotice, { notice: SAVED })
  wrapper = mounted.wrapper
  expect(wrapper.text()).toContain('已保存,第 4 版')
  await wrapper.get('[data-undo]').trigger('click')
  await flushPromises()
  expect(sent[0]).toMatchObject({
    path: `/api/risk-points/${POINT.code}/undo`,
    version: '"4"',
    body: { reason: '撤销刚才的操作' },
  })
  expect(useNotesStore(mounted.pinia).notice).toMatchObject({ what: 'undone', canUndo: false })
})

/** What is told of an undo that the server answers so. */
async function undoneWords(answer: object) {
  stubServer(({ method }) =>
    method === 'POST' ? { body: { ...POINT, version: 4, ...answer } } : undefined,
  )
  const { wrapper: saved, pinia } = await mountEditor(WrittenNotice, { notice: SAVED })
  await saved.get('[data-undo]').trigger('click')
  await flushPromises()
  const notice = useNotesStore(pinia).notice as Written
  saved.unmount()
  wrapper = (await mountEditor(WrittenNotice, { notice })).wrapper
  return wrapper.text()
}

test('an undo that lowers the level is told as the request it became', async () => {
  const asked = await undoneWords({ pendingDowngrade: PENDING })
  expect(asked).toContain('已提交降级申请,待区级审批;等级暂不变。')
  expect(asked).not.toContain('已撤销')
})

test('where the rest of the change went back at once, that is told beside the request', async () => {
  const both = await undoneWords({ version: 5, pendingDowngrade: PENDING })
  expect(both).toContain('已提交降级申请')
  expect(both).toContain('已撤销,第 5 版')
})

test('a new point below its graded level is told to stand at that level', async () => {
  const notice: Written = { ...SAVED, what: 'created', version: 1, awaitsApproval: true }
  wrapper = (await mountEditor(WrittenNotice, { notice })).wrapper
  expect(wrapper.text()).toContain('先按计算所得等级登记;已提交降级申请,待区级审批。')
  expect(wrapper.text()).toContain('已登记,第 1 版')
})

test.each([409, 422])(
  'a refusal with %i is told in its sentence, and the reason stays',
  async (status) => {
    const detail = '所属企业已注销,请先恢复企业。'
    const problem = { type: '/api/docs#refused', title: 'Refused', status, detail }
    stubServer(({ method }) => (method === 'POST' ? { status, body: problem } : undefined))
    const point = { ...POINT, retiredAt: '2026-11-20T09:00:00+08:00' }
    wrapper = (await mountEditor(ReasonAction, { act: 'restore', point })).wrapper
    await wrapper.get('textarea').setValue('复产')
    await wrapper.get('.submit').trigger('click')
    await flushPromises()
    expect(wrapper.get('.warn[role=alert]').text()).toBe(detail)
    expect(wrapper.get('textarea').element.value).toBe('复产')
    expect(wrapper.emitted('close')).toBeUndefined()
  },
)

test('an undo that is refused from the notice says why', async () => {
  const problem = {
    type: '/api/docs#alreadyDone',
    title: 'Already',
    status: 409,
    detail: '无可撤销',
  }
  stubServer(({ method }) => (method === 'POST' ? { status: 409, body: problem } : undefined))
  wrapper = (await mountEditor(WrittenNotice, { notice: SAVED })).wrapper
  await wrapper.get('[data-undo]').trigger('click')
  await flushPromises()
  expect(wrapper.get('.refusal').text()).toBe('无可撤销')
})
