import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import EnterpriseCard from '../../../client/components/enterprises/EnterpriseCard.vue'
import EnterpriseEditor from '../../../client/components/enterprises/EnterpriseEditor.vue'
import { useRecordDraftsStore } from '../../../client/stores/recordDrafts.ts'
import { READS } from './answers.ts'
import { fakeServer, refusal, type Asked } from './fakeServer.ts'
import { mountRecord } from './mountRecord.ts'
import { ENTERPRISE, PARK } from './records.ts'

const ADDRESS = `/api/enterprises/${ENTERPRISE.code}`

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})
let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  sessionStorage.clear()
  server = fakeServer({
    ...READS,
    [`GET ${ADDRESS}`]: ENTERPRISE,
  })
})

const mountCard = () => mountRecord(EnterpriseCard, { code: ENTERPRISE.code, park: PARK })
const button = (wrapper: VueWrapper, words: string) =>
  wrapper.findAll('button').find((each) => each.text() === words)!
async function edit(wrapper: VueWrapper) {
  await button(wrapper, '编辑').trigger('click')
  return {
    field: (name: string) => wrapper.get<HTMLInputElement>(`[name=${name}]`),
    save: async () => {
      await button(wrapper, '保存').trigger('click')
      await flushPromises()
    },
  }
}

test('only what was changed is written, from the version of the card, with a reason', async () => {
  const { wrapper } = await mountCard()
  server.answer(`PATCH ${ADDRESS}`, { ...ENTERPRISE, headcount: 80, version: 4 })
  const { field, save } = await edit(wrapper)
  expect(document.activeElement, 'the keyboard goes on in the form').toBe(field('name').element)
  await field('headcount').setValue('80')
  await save()
  expect(server.written()).toHaveLength(0)
  expect(wrapper.get('.editor-footer [role=alert]').text()).toBe('请写明理由')
  await field('reason').setValue('年中扩产')
  await save()
  expect(server.written()[0]).toMatchObject({
    method: 'PATCH',
    body: { headcount: 80, reason: '年中扩产' },
    ifMatch: '"3"',
  })
  expect(Object.keys(server.written()[0]!.body as object)).toHaveLength(2)
  expect(wrapper.find('form.enterprise-editor').exists()).toBe(false)
})

test('a text that is emptied is written as null', async () => {
  const { wrapper } = await mountCard()
  server.answer(`PATCH ${ADDRESS}`, { ...ENTERPRISE, floor: null, version: 4 })
  const { field, save } = await edit(wrapper)
  await field('floor').setValue('')
  await field('reason').setValue('退租')
  await save()
  expect(server.written()[0]?.body).toEqual({ floor: null, reason: '退租' })
})

test.each(['0', '200001', '1e308', '12.5', '-3', ''])(
  'a headcount of "%s" is refused at its field',
  async (typed) => {
    const { wrapper } = await mountCard()
    const { field, save } = await edit(wrapper)
    await field('headcount').setValue(typed)
    await field('reason').setValue('核对')
    await save()
    expect(server.written()).toHaveLength(0)
    expect(field('headcount').attributes('aria-invalid')).toBe('true')
    expect(wrapper.text()).toContain('请填 1 至 200000 的整数')
  },
)

test('nothing changed is said and not written', async () => {
  const { wrapper } = await mountCard()
  const { field, save } = await edit(wrapper)
  await field('reason').setValue('核对')
  await save()
  expect(server.written()).toHaveLength(0)
  expect(wrapper.text()).toContain('没有改动')
})

test('an industry is found by typing and chosen from the list', async () => {
  const { wrapper } = await mountCard()
  server.answer(`PATCH ${ADDRESS}`, { ...ENTERPRISE, industry: 'C38 电气机械和器材制造业' })
  const { field, save } = await edit(wrapper)
  await field('industry').trigger('focus')
  await field('industry').setValue('没有这种行业')
  expect(wrapper.get('.search-select .nothing').text()).toBe('没有这样的行业大类')
  await field('industry').setValue('c38')
  expect(wrapper.findAll('[role=option]').map((each) => each.text())).toEqual([
    'C38 电气机械和器材制造业',
  ])
  await field('industry').trigger('keydown', { key: 'Enter' })
  await field('reason').setValue('主业变更')
  await save()
  expect(server.written()[0]?.body).toEqual({
    industry: 'C38 电气机械和器材制造业',
    reason: '主业变更',
  })
})

test('a stale write keeps what was typed, shows what changed, and goes on from the latest', async () => {
  const { wrapper } = await mountCard()
  const { field, save } = await edit(wrapper)
  await field('headcount').setValue('80')
  await field('reason').setValue('年中扩产')
  const latest = { ...ENTERPRISE, headcount: 70, floor: '3层', version: 4 }
  server.answer(`GET ${ADDRESS}`, latest)
  server.answer(`PATCH ${ADDRESS}`, ({ ifMatch }: Asked) =>
    ifMatch === '"4"'
      ? { ...latest, headcount: 80, version: 5 }
      : refusal(412, '该企业已有新版本。', {
          conflict: {
            version: 4,
            changes: [
              {
                version: 4,
                kind: 'edit',
                at: '2026-11-23T08:30:00+08:00',
                by: '街道安监员',
                reason: '现场核实',
                fields: [
                  { field: 'headcount', before: 60, after: 70 },
                  { field: 'floor', before: '2层', after: '3层' },
                ],
              },
            ],
          },
        }),
  )
  await save()
  const notice = wrapper.get('.conflict-notice').text()
  expect(notice).toContain('街道安监员')
  expect(notice).toContain('60 人 → 70 人')
  expect(notice).toContain('与您改的是同一项')
  expect(field('headcount').element.value).toBe('80')
  expect(field('floor').element.value).toBe('3层')
  await save()
  expect(server.written()[1]).toMatchObject({
    ifMatch: '"4"',
    body: { headcount: 80, reason: '年中扩产' },
  })
  expect(server.written()[1]?.body).not.toHaveProperty('floor')
})

test('a refusal of the server stands at its field, and the form stays', async () => {
  const { wrapper } = await mountCard()
  server.answer(`PATCH ${ADDRESS}`, () =>
    refusal(422, '楼栋不在本园区。', {
      parameters: [{ parameter: 'buildingCode', message: '楼栋不在本园区' }],
    }),
  )
  const { field, save } = await edit(wrapper)
  await field('buildingCode').setValue('DEMO-B-02')
  await field('reason').setValue('换楼')
  await save()
  expect(field('buildingCode').attributes('aria-invalid')).toBe('true')
  expect(wrapper.get('.editor-footer .refusal').text()).toBe('楼栋不在本园区。')
})

test('a form left without saving is found again as it was left; a cancelled one is not', async () => {
  const { wrapper, pinia } = await mountCard()
  const { field } = await edit(wrapper)
  await field('headcount').setValue('80')
  await field('reason').setValue('年中扩产')
  wrapper.unmount()
  const draft = useRecordDraftsStore(pinia).drafts.get(ENTERPRISE.code)
  expect(draft).toMatchObject({ version: 3, form: { headcount: '80' }, reason: '年中扩产' })
  const second = await mountCard()
  expect(second.wrapper.get<HTMLInputElement>('[name=headcount]').element.value).toBe('80')
  await button(second.wrapper, '取消').trigger('click')
  second.wrapper.unmount()
  expect(useRecordDraftsStore(second.pinia).drafts.size).toBe(0)
  expect(sessionStorage.getItem('longgang.recordDrafts')).toBeNull()
})

test('a reload in the middle of a form finds its text again and says so', async () => {
  const { wrapper } = await mountCard()
  const { field } = await edit(wrapper)
  await field('headcount').setValue('80')
  await field('reason').setValue('年中扩产')
  // Nothing is unmounted by a reload; the page after it has nothing but what the tab kept.
  const { wrapper: after } = await mountCard()
  expect(after.get('[role=status]').text()).toContain('已恢复未保存的内容。')
  const value = (name: string) => after.get<HTMLInputElement>(`[name=${name}]`).element.value
  expect([value('headcount'), value('reason')]).toEqual(['80', '年中扩产'])
  await button(after, '放弃并重填').trigger('click')
  expect([value('headcount'), value('reason')]).toEqual(['60', ''])
  expect(after.find('[role=status]').exists()).toBe(false)
  expect(sessionStorage.getItem('longgang.recordDrafts')).toBeNull()
})

test('what is saved is kept no more, and what an older page kept is passed over', async () => {
  const old = { form: { headcount: 80 }, base: {}, version: 3, reason: '年中扩产' }
  sessionStorage.setItem('longgang.recordDrafts', JSON.stringify([[ENTERPRISE.code, old]]))
  const { wrapper } = await mountCard()
  const field = (name: string) => wrapper.get<HTMLInputElement>(`[name=${name}]`)
  expect(field('headcount').element.value).toBe('60')
  server.answer(`PATCH ${ADDRESS}`, { ...ENTERPRISE, headcount: 80, version: 4 })
  await field('headcount').setValue('80')
  await field('reason').setValue('年中扩产')
  expect(sessionStorage.getItem('longgang.recordDrafts')).toContain('"80"')
  await button(wrapper, '保存').trigger('click')
  await flushPromises()
  expect(sessionStorage.getItem('longgang.recordDrafts')).toBeNull()
})

test('a new enterprise is created in the park with all that is known', async () => {
  const { wrapper } = await mountRecord(EnterpriseEditor, { enterprise: null, park: PARK })
  server.answer('POST /api/enterprises', { ...ENTERPRISE, code: 'E-00001' })
  await wrapper.get('[name=name]').setValue('珩序辰电子厂')
  await wrapper.get('[name=industry]').setValue('C39')
  await wrapper.get('[name=industry]').trigger('keydown', { key: 'Enter' })
  await wrapper.get('[name=headcount]').setValue('45')
  await button(wrapper, '保存').trigger('click')
  await flushPromises()
  expect(server.written()[0]).toMatchObject({
    method: 'POST',
    body: {
      parkCode: PARK.code,
      name: '珩序辰电子厂',
      headcount: 45,
      highRiskClass: null,
      sublessor: null,
    },
  })
  expect(server.written()[0]?.body).not.toHaveProperty('reason')
  expect(wrapper.emitted('saved')).toHaveLength(1)
})
