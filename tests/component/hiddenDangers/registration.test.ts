import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import CheckRegister from '../../../client/components/checks/CheckRegister.vue'
import { fakeServer, refusal } from '../quality/fakeServer.ts'
import { CHECK, ITEM, WORK_READS } from './answers.ts'
import { FakeRequest, photoFile } from './fakeUpload.ts'
import { mountWork } from './mountWork.ts'

let server: ReturnType<typeof fakeServer>
let keys: (string | null)[]
beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  FakeRequest.sent = []
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  server = fakeServer({
    ...WORK_READS,
    'GET /api/search': {
      items: [
        {
          kind: 'enterprise',
          code: 'DEMO-E-00001',
          name: '砚序禾五金抛光厂',
          context: '坂田街道 › 榕嶂科创园',
          areaCode: ITEM.areaCode,
          parkCode: ITEM.parkCode,
          position: null,
        },
        {
          kind: 'area',
          code: '440307013',
          name: '坂田街道',
          context: '',
          areaCode: '440307013',
          parkCode: null,
          position: null,
        },
      ],
    },
    'POST /api/checks': CHECK,
  })
  keys = []
  const answer = globalThis.fetch
  vi.stubGlobal('fetch', (address: string, init: RequestInit = {}) => {
    if (init.method === 'POST') keys.push(new Headers(init.headers).get('Idempotency-Key'))
    return answer(address, init)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const open = () => mountWork(CheckRegister, { area: '440307' }, '/work?register=new')
type Page = Awaited<ReturnType<typeof open>>['wrapper']
async function choose(wrapper: Page) {
  await wrapper.get('[data-object=DEMO-E-00001]').trigger('click')
  await flushPromises()
}
const press = async (wrapper: Page, selector: string) => {
  await wrapper.get(selector).trigger('click')
  await flushPromises()
}

test('whom is found by any name; areas are nobody to visit', async () => {
  const { wrapper } = await open()
  expect(wrapper.text()).toContain('本月计划未检')
  await wrapper.get('[name=object]').setValue('wj')
  await vi.waitFor(() => expect(server.asked.some(({ path }) => path === '/api/search')).toBe(true))
  await flushPromises()
  expect(wrapper.findAll('[data-object]').map((each) => each.text())).toEqual([
    '砚序禾五金抛光厂坂田街道 › 榕嶂科创园',
  ])
})

test('未发现问题 is one tap, with a key, and can be taken back', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=nothingFound]')
  const [sent] = server.written()
  expect(sent!.body).toEqual({
    parkCode: 'DEMO-P-001',
    enterpriseCode: 'DEMO-E-00001',
    kind: 'routine',
    department: '街道应急办',
    inspector: '演示管理员',
    findings: [],
  })
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(wrapper.get('.check-done').text()).toContain('砚序禾五金抛光厂:未发现问题')

  server.answer('POST /api/checks/DEMO-C-00009/withdrawal', {
    ...CHECK,
    withdrawn: { at: CHECK.checkedAt, by: '演示管理员', reason: '误点登记' },
  })
  await press(wrapper, '[data-withdraw]')
  expect(server.written().at(-1)!.body).toEqual({ reason: '误点登记' })
  expect(wrapper.get('.check-done').text()).toContain('已撤回')
})

test('a finding asks for five things and for no photo; the deadline is proposed', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=deadlineSet]')
  expect((wrapper.get('[name=deadline]').element as HTMLInputElement).value).toBe('2026-11-30')
  await press(wrapper, '.submit')
  expect(wrapper.findAll('.wrong .error').map((each) => each.text())).toEqual([
    '请写明部位',
    '请写明问题',
    '请选类别',
  ])
  expect(server.written()).toEqual([])
  await wrapper.get('[name=location]').setValue('二楼通道')
  await wrapper.get('[name=description]').setValue('疏散通道堆货')
  await wrapper.get('[name=category]').setValue('fire')
  await wrapper.findAll('.days button')[0]!.trigger('click')
  server.answer('POST /api/checks', { ...CHECK, outcome: 'deadlineSet', findings: [ITEM] })
  await press(wrapper, '.submit')
  expect((server.written()[0]!.body as { findings: unknown }).findings).toEqual([
    {
      outcome: 'deadlineSet',
      location: '二楼通道',
      description: '疏散通道堆货',
      category: 'fire',
      deadline: '2026-11-26',
    },
  ])
  expect(wrapper.get('.check-done a').text()).toBe('DEMO-H-00001')
})

test('an entry of the library fills problem and category in, suspects aloud, and can be put back', async () => {
  server.answer('GET /api/hidden-dangers/severity-proposal', {
    suspectedMajor: true,
    matches: [
      {
        ...{ clauseNumber: 9, text: '抛光车间积尘严重', category: 'specialCampaign' },
        ...{ suspectedMajor: true, basis: '令10 第11条(十)' },
      },
    ],
  })
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=deadlineSet]')
  await wrapper.get('[name=description]').setValue('积尘')
  await vi.waitFor(() => expect(wrapper.find('[data-clause="9"]').exists()).toBe(true))
  await press(wrapper, '[data-clause="9"] button')
  const valueOf = (name: string) =>
    (wrapper.get(`[name=${name}]`).element as HTMLTextAreaElement).value
  expect([valueOf('description'), valueOf('category')]).toEqual([
    '抛光车间积尘严重',
    'specialCampaign',
  ])
  expect(wrapper.get('.suspected').text()).toContain('令10 第11条(十)。由人核定')
  await press(wrapper, '.suspected button')
  expect((wrapper.get('[value=suspectedMajor]').element as HTMLInputElement).checked).toBe(true)
  await press(wrapper, '.picked button')
  expect(valueOf('description')).toBe('积尘')
})

test('a server that is away loses nothing, and the same is sent again with the same key', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=rectifiedOnTheSpot]')
  await wrapper.get('[name=location]').setValue('配电房')
  await wrapper.get('[name=description]').setValue('配电箱缺盖')
  await wrapper.get('[name=category]').setValue('electrical')
  expect(wrapper.find('[name=deadline]').exists()).toBe(false)
  server.answer('POST /api/checks', () => refusal(503, 'The database is away.'))
  await press(wrapper, '.submit')
  expect(wrapper.get('[role=alert]').text()).toContain('您填的内容都还在')
  await press(wrapper, '.submit')
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  await wrapper.get('[name=location]').setValue('配电房一楼')
  await press(wrapper, '.submit')
  expect(keys[2]).not.toBe(keys[0])
})

test('a refusal stands at the field of its finding', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=rectifiedOnTheSpot]')
  await press(wrapper, '.add')
  for (const [index, text] of ['甲处', '乙处'].entries()) {
    const form = wrapper.get(`[data-finding="${index + 1}"]`)
    await form.get('[name=location]').setValue(text)
    await form.get('[name=description]').setValue(text)
    await form.get('[name=category]').setValue('fire')
  }
  server.answer('POST /api/checks', () =>
    refusal(422, '第 2 处有误。', {
      parameters: [{ parameter: 'findings.1.deadline', message: '期限太近' }],
    }),
  )
  await press(wrapper, '.submit')
  expect(wrapper.get('[data-finding="2"] .wrong .error').text()).toBe('期限太近')
  expect(wrapper.find('[data-finding="1"] .wrong').exists()).toBe(false)
})

test('what was typed survives a reload, and is given up only on request', async () => {
  const first = await open()
  await choose(first.wrapper)
  await press(first.wrapper, '[data-outcome=deadlineSet]')
  await first.wrapper.get('[name=location]').setValue('三楼')
  first.wrapper.unmount()
  const { wrapper } = await open()
  expect((wrapper.get('[name=location]').element as HTMLInputElement).value).toBe('三楼')
  expect(wrapper.get('.chosen-object').text()).toContain('砚序禾五金抛光厂')
  await press(wrapper, '.link')
  expect(wrapper.find('[name=location]').exists()).toBe(false)
})

test('the same enterprise registered again is another visit, with a key of its own', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=nothingFound]')
  await wrapper.findAll('.check-done .buttons button')[1]!.trigger('click')
  await flushPromises()
  await press(wrapper, '[data-outcome=nothingFound]')
  expect(server.written()[1]!.body).toEqual(server.written()[0]!.body)
  expect(keys[1]).not.toBe(keys[0])
})

test('an answer that was lost and a reload after it do not register twice', async () => {
  const first = await open()
  await choose(first.wrapper)
  server.answer('POST /api/checks', () => refusal(503, 'The database is away.'))
  await press(first.wrapper, '[data-outcome=nothingFound]')
  first.wrapper.unmount()
  server.answer('POST /api/checks', CHECK)
  const { wrapper } = await open()
  await press(wrapper, '[data-outcome=nothingFound]')
  expect(keys[1]).toBe(keys[0])
  expect(sessionStorage.getItem('longgang.recordDrafts')).toBeNull()
})

const H2 = { ...ITEM, code: 'DEMO-H-00002', location: '三楼', description: '三楼堆货' }
async function fill(wrapper: Page, id: number, item: { location: string; description: string }) {
  const form = wrapper.get(`[data-finding="${id}"]`)
  await form.get('[name=location]').setValue(item.location)
  await form.get('[name=description]').setValue(item.description)
  await form.get('[name=category]').setValue('fire')
}
async function addPhoto(wrapper: Page, id: number, name: string) {
  const input = wrapper.get(`[data-finding="${id}"] input[type=file]`)
  const files = [photoFile(name, 'image/jpeg')]
  Object.defineProperty(input.element, 'files', { value: files, configurable: true })
  await input.trigger('change')
  await flushPromises()
}
const sentTo = () => FakeRequest.sent.map(({ address }) => address.split('/')[3])
const answerPhoto = async (index: number, status: number) => {
  FakeRequest.sent[index]!.answer(status)
  await flushPromises()
}

test('photos of a second visit go too, after those of the first; what failed stands under its visit', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=deadlineSet]')
  await fill(wrapper, 1, ITEM)
  await addPhoto(wrapper, 1, 'a.jpg')
  server.answer('POST /api/checks', { ...CHECK, findings: [ITEM] })
  await press(wrapper, '.submit')
  expect(wrapper.get('[data-check=DEMO-C-00009]').text()).toContain('正在上传照片 0/1')

  await wrapper.findAll('.check-done .buttons button')[1]!.trigger('click')
  await flushPromises()
  await press(wrapper, '[data-outcome=deadlineSet]')
  await fill(wrapper, 2, H2)
  await addPhoto(wrapper, 2, 'b.jpg')
  server.answer('POST /api/checks', {
    ...CHECK,
    code: 'DEMO-C-00010',
    enterpriseName: '另一家',
    findings: [H2],
  })
  await press(wrapper, '.submit')
  expect(sentTo()).toEqual(['DEMO-H-00001'])
  await answerPhoto(0, 500)
  expect(sentTo()).toEqual(['DEMO-H-00001', 'DEMO-H-00002'])
  await answerPhoto(1, 201)
  expect(wrapper.find('[data-check=DEMO-C-00010]').exists()).toBe(false)
  const failed = wrapper.get('[data-check=DEMO-C-00009]')
  expect(failed.text()).toContain('砚序禾五金抛光厂')
  expect(failed.get('[role=alert]').text()).toContain('1 张照片没有上传')
  await failed.get('button').trigger('click')
  await flushPromises()
  expect(sentTo().at(-1)).toBe('DEMO-H-00001')
  await answerPhoto(2, 201)
  expect(wrapper.find('.sending-photos').exists()).toBe(false)
})

test('photos of a finding that was removed go to no other, nor do those of a form given up', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=deadlineSet]')
  await addPhoto(wrapper, 1, 'wrong.jpg')
  await press(wrapper, '[data-finding="1"] .remove')
  await press(wrapper, '[data-outcome=deadlineSet]')
  expect(wrapper.findAll('.finding-photos img')).toHaveLength(0)
  await fill(wrapper, 2, ITEM)
  server.answer('POST /api/checks', { ...CHECK, findings: [ITEM] })
  await press(wrapper, '.submit')
  expect(sentTo()).toEqual([])
})

test('a finding is tied to risk points of its own enterprise, by code and not by name', async () => {
  const point = (code: string, enterpriseCode: string) => ({
    ...{ id: 1, code, name: code, level: 'low', score: 10, areaCode: ITEM.areaCode },
    ...{ longitude: 114, latitude: 22.6, parkCode: ITEM.parkCode, location: '抛光间' },
    ...{ accidentTypes: ['火灾'], responsiblePerson: null, reviewDue: '2027-01-01' },
    ...{ fictitious: true, parkName: ITEM.parkName, reviewOverdue: false },
    // Two enterprises of a park may bear one name.
    ...{ enterpriseCode, enterpriseName: '砚序禾五金抛光厂' },
  })
  server.answer('GET /api/risk-points', {
    items: [point('DEMO-R-0000001', 'DEMO-E-00001'), point('DEMO-R-0000002', 'DEMO-E-00002')],
    nextCursor: null,
  })
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=deadlineSet]')
  await wrapper.get('.finding-form [role=combobox]').trigger('focus')
  await flushPromises()
  const options = wrapper.findAll('.finding-form [role=option]')
  expect(options.map((each) => each.attributes('data-value'))).toEqual(['DEMO-R-0000001'])
})
