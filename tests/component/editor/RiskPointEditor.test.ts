import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditorTask } from '../../../client/stores/editor.ts'
import { PENDING, POINT } from '../../unit/client/editor/records.ts'
import { fillIn, mountTask, stubServer, unmountAll } from './editorPage.ts'

const CREATE: EditorTask = { kind: 'create', areaCode: '440307013', parkCode: null }
const EDIT: EditorTask = { kind: 'edit', code: POINT.code }

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  unmountAll()
  vi.unstubAllGlobals()
})

test('a survey: a click on the map, the park it lies in, a grading, and what is sent', async () => {
  const created = { ...POINT, code: 'R-0000001', version: 1, level: 'major' }
  const sent = stubServer(({ method }) =>
    method === 'POST' ? { status: 201, body: created } : undefined,
  )
  const page = await mountTask(CREATE)
  await fillIn(page)
  expect(page.wrapper.get('[data-reading]').text()).toBe('WGS84 114.002000, 22.602000')
  expect(page.field('parkCode').element.value).toBe('榕嶂科创园')
  expect(page.editor.position).toEqual([114.002, 22.602])
  await page.save()
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/api/risk-points',
      version: null,
      body: {
        name: '铝镁抛光除尘',
        parkCode: 'P-1',
        enterpriseCode: null,
        location: '抛光车间',
        floor: null,
        coordinates: { system: 'wgs84', text: '114.002, 22.602', errorMetres: 3 },
        grading: { method: 'LEC', inputs: { l: 3, e: 6, c: 40 } },
        levelOverride: null,
        accidentTypes: ['粉尘爆炸'],
        controlLevel: 'company',
        responsibleDepartment: null,
        responsiblePerson: null,
        guarantor: null,
        measures: '湿式负压、泄爆、每班清灰',
        assessedOn: '2026-11-23',
      },
    },
  ])
  expect(page.editor.task).toBeNull()
  expect(page.place.place.riskPointCode).toBe('R-0000001')
  expect(page.notes.notice).toMatchObject({ what: 'created', version: 1, canUndo: true })
  expect(sessionStorage.length).toBe(0)
})

test('the position proposes its park until somebody chooses another', async () => {
  const { editor, field, wrapper } = await mountTask(CREATE)
  editor.pick({ longitude: 114.002, latitude: 22.602, errorMetres: 3 })
  await flushPromises()
  editor.pick({ longitude: 114.007, latitude: 22.602, errorMetres: 3 })
  await flushPromises()
  expect(field('parkCode').element.value).toBe('云砚智能产业园')
  await field('parkCode').trigger('focus')
  await wrapper.get('[data-value="P-1"]').trigger('mousedown')
  editor.pick({ longitude: 114.0075, latitude: 22.602, errorMetres: 3 })
  await flushPromises()
  expect(field('parkCode').element.value).toBe('榕嶂科创园')
  expect(wrapper.get('.reading').text()).toContain('该位置在云砚智能产业园内')
})

test('what is missing is said at its field, the first gets the focus, nothing is sent', async () => {
  const sent = stubServer()
  const { wrapper, field, save } = await mountTask(CREATE)
  expect(wrapper.find('.error').exists()).toBe(false)
  await save()
  expect(sent).toEqual([])
  expect(document.activeElement).toBe(field('parkCode').element)
  expect(wrapper.get('footer').text()).toContain('7 处需要更正')
  await field('name').setValue('喷漆间')
  expect(field('name').attributes('aria-invalid')).toBeUndefined()
  expect(field('location').attributes('aria-invalid')).toBe('true')
})

test('a position that cannot be read says why at once, and the marker goes', async () => {
  const { field, editor, wrapper } = await mountTask(CREATE)
  await field('coordinates').setValue('114.005, 22.605')
  expect(editor.position).toEqual([114.005, 22.605])
  await field('coordinates').setValue('114.005')
  expect(editor.position).toBeNull()
  expect(wrapper.text()).toContain('只有一个坐标')
  await field('coordinates').setValue('113.2, 22.1')
  expect(wrapper.text()).toContain('该位置在龙岗区外')
})

test('an override without a reason is not sent; with one it is', async () => {
  const sent = stubServer(({ method }) =>
    method === 'PATCH' ? { body: { ...POINT, version: 4 } } : undefined,
  )
  const { field, save } = await mountTask(EDIT)
  await field('isOverridden').setValue(true)
  await field('override').setValue('major')
  await field('reason').setValue('复核')
  await save()
  expect(sent).toEqual([])
  expect(document.activeElement).toBe(field('overrideReason').element)
  await field('overrideReason').setValue('曾发生事故')
  await save()
  expect(sent[0]).toMatchObject({
    path: `/api/risk-points/${POINT.code}`,
    version: '"3"',
    body: { levelOverride: { level: 'major', reason: '曾发生事故' }, reason: '复核' },
  })
})

test('an old class that split is asked of a person; the old word is sent along', async () => {
  const sent = stubServer(({ method }) =>
    method === 'PATCH' ? { body: { ...POINT, version: 4 } } : undefined,
  )
  const { wrapper, field, save } = await mountTask(EDIT)
  await field('accidentTypes1986').setValue('机械伤害')
  expect(wrapper.findAll('[data-type]').map((item) => item.attributes('data-type'))).toEqual([
    '可燃液体蒸气爆炸',
    '机械致害',
  ])
  await field('accidentTypes1986').setValue('中毒和窒息')
  expect(wrapper.get('.split').text()).toContain('请选定')
  await wrapper.get('.split input[value=窒息]').setValue(true)
  await wrapper.get('.split .action-button').trigger('click')
  await field('reason').setValue('按新标准归类')
  await save()
  expect(sent[0]?.body).toEqual({
    accidentTypes: ['可燃液体蒸气爆炸', '机械致害', '窒息'],
    accidentTypes1986: ['机械伤害', '中毒和窒息'],
    reason: '按新标准归类',
  })
})

test('a lowering is announced before, and told as a request after', async () => {
  stubServer(({ method }) =>
    method === 'PATCH' ? { body: { ...POINT, pendingDowngrade: PENDING } } : undefined,
  )
  const { wrapper, field, save, notes } = await mountTask({ kind: 'regrade', code: POINT.code })
  expect(wrapper.text()).not.toContain('须经区级审批')
  await wrapper.get('[data-factor=c]').setValue('7')
  expect(wrapper.text()).toContain('须经区级审批')
  await field('trigger').setValue('processChange')
  await field('reason').setValue('改为湿法')
  await save()
  // No version was made, so there is nothing to take back.
  expect(notes.notice).toMatchObject({ awaitsApproval: true, canUndo: false })
})

test('a survey below its graded level begins at that level, and the lower one is a request', async () => {
  const override = { level: 'general', reason: '有联锁' } as const
  const created = { ...POINT, code: 'R-0000001', version: 1, level: 'major', gradedLevel: 'major' }
  const pendingDowngrade = { ...PENDING, fromLevel: 'major', gradedLevel: 'major' }
  const sent = stubServer(({ method }) =>
    method === 'POST' ? { status: 201, body: { ...created, pendingDowngrade } } : undefined,
  )
  const page = await mountTask(CREATE)
  await fillIn(page)
  expect(page.wrapper.find('.lowering').exists()).toBe(false)
  await page.field('isOverridden').setValue(true)
  await page.field('override').setValue(override.level)
  await page.field('overrideReason').setValue(override.reason)
  expect(page.wrapper.get('.lowering').text()).toContain('先按计算所得等级记录')
  await page.save()
  expect(sent[0]?.body).toMatchObject({ levelOverride: override })
  expect(page.notes.notice).toMatchObject({ what: 'created', awaitsApproval: true, canUndo: true })
})

test('a move takes a drag, and a reason that nobody wrote for the officer', async () => {
  const sent = stubServer(({ method }) =>
    method === 'PATCH' ? { body: { ...POINT, version: 4 } } : undefined,
  )
  const { editor, field, save } = await mountTask({ kind: 'move', code: POINT.code })
  expect(editor.position).toEqual([114.005, 22.605])
  editor.pick({ longitude: 114.0061234, latitude: 22.6051234, errorMetres: 2 })
  await flushPromises()
  await save()
  expect(sent).toEqual([])
  await field('reason').setValue('现场核实位置')
  await save()
  expect(sent[0]?.body).toEqual({
    coordinates: { system: 'wgs84', text: '114.0061234, 22.6051234', errorMetres: 2 },
    reason: '现场核实位置',
  })
})
