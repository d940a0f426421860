import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { refusal } from '../quality/fakeServer.ts'
import { CHECK, ITEM } from './answers.ts'
import { choose, open, press, register, serveRegister } from './registerPage.ts'

serveRegister()

test('whom is found by any name; areas are nobody to visit', async () => {
  const { wrapper } = await open()
  expect(wrapper.text()).toContain('本月计划未检')
  await wrapper.get('[name=object]').setValue('wj')
  await vi.waitFor(() =>
    expect(register.server.asked.some(({ path }) => path === '/api/search')).toBe(true),
  )
  await flushPromises()
  expect(wrapper.findAll('[data-object]').map((each) => each.text())).toEqual([
    '砚序禾五金抛光厂坂田街道 › 榕嶂科创园',
  ])
})

test('未发现问题 is one tap, with a key, and can be taken back', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=nothingFound]')
  const [sent] = register.server.written()
  expect(sent!.body).toEqual({
    parkCode: 'DEMO-P-001',
    enterpriseCode: 'DEMO-E-00001',
    kind: 'routine',
    department: '街道应急办',
    inspector: '演示管理员',
    findings: [],
  })
  expect(register.keys[0]).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(wrapper.get('.check-done').text()).toContain('砚序禾五金抛光厂:未发现问题')

  register.server.answer('POST /api/checks/DEMO-C-00009/withdrawal', {
    ...CHECK,
    withdrawn: { at: CHECK.checkedAt, by: '演示管理员', reason: '误点登记' },
  })
  await press(wrapper, '[data-withdraw]')
  expect(register.server.written().at(-1)!.body).toEqual({ reason: '误点登记' })
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
  expect(register.server.written()).toEqual([])
  await wrapper.get('[name=location]').setValue('二楼通道')
  await wrapper.get('[name=description]').setValue('疏散通道堆货')
  await wrapper.get('[name=category]').setValue('fire')
  await wrapper.findAll('.days button')[0]!.trigger('click')
  register.server.answer('POST /api/checks', { ...CHECK, outcome: 'deadlineSet', findings: [ITEM] })
  await press(wrapper, '.submit')
  expect((register.server.written()[0]!.body as { findings: unknown }).findings).toEqual([
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
  register.server.answer('GET /api/hidden-dangers/severity-proposal', {
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
  register.server.answer('POST /api/checks', () => refusal(503, 'The database is away.'))
  await press(wrapper, '.submit')
  expect(wrapper.get('[role=alert]').text()).toContain('您填的内容都还在')
  await press(wrapper, '.submit')
  expect(register.keys).toHaveLength(2)
  expect(register.keys[1]).toBe(register.keys[0])
  await wrapper.get('[name=location]').setValue('配电房一楼')
  await press(wrapper, '.submit')
  expect(register.keys[2]).not.toBe(register.keys[0])
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
  register.server.answer('POST /api/checks', () =>
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
