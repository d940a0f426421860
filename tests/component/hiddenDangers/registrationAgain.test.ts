import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { refusal } from '../quality/fakeServer.ts'
import { CHECK, ITEM } from './answers.ts'
import { FakeRequest, photoFile } from './fakeUpload.ts'
import { choose, open, press, register, serveRegister, type Page } from './registerPage.ts'

serveRegister()

test('the same enterprise registered again is another visit, with a key of its own', async () => {
  const { wrapper } = await open()
  await choose(wrapper)
  await press(wrapper, '[data-outcome=nothingFound]')
  await wrapper.findAll('.check-done .buttons button')[1]!.trigger('click')
  await flushPromises()
  await press(wrapper, '[data-outcome=nothingFound]')
  expect(register.server.written()[1]!.body).toEqual(register.server.written()[0]!.body)
  expect(register.keys[1]).not.toBe(register.keys[0])
})

test('an answer that was lost and a reload after it do not register twice', async () => {
  const first = await open()
  await choose(first.wrapper)
  register.server.answer('POST /api/checks', () => refusal(503, 'The database is away.'))
  await press(first.wrapper, '[data-outcome=nothingFound]')
  first.wrapper.unmount()
  register.server.answer('POST /api/checks', CHECK)
  const { wrapper } = await open()
  await press(wrapper, '[data-outcome=nothingFound]')
  expect(register.keys[1]).toBe(register.keys[0])
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
  register.server.answer('POST /api/checks', { ...CHECK, findings: [ITEM] })
  await press(wrapper, '.submit')
  expect(wrapper.get('[data-check=DEMO-C-00009]').text()).toContain('正在上传照片 0/1')

  await wrapper.findAll('.check-done .buttons button')[1]!.trigger('click')
  await flushPromises()
  await press(wrapper, '[data-outcome=deadlineSet]')
  await fill(wrapper, 2, H2)
  await addPhoto(wrapper, 2, 'b.jpg')
  register.server.answer('POST /api/checks', {
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
  register.server.answer('POST /api/checks', { ...CHECK, findings: [ITEM] })
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
  register.server.answer('GET /api/risk-points', {
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
