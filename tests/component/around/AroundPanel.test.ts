import { afterEach, beforeAll, expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import AroundPanel from '../../../client/components/around/AroundPanel.vue'
import type { Around } from '#data/contract/analysis/aroundResponses'
import type { Domino } from '#data/contract/analysis/dominoResponses'
import { loadMessages } from '../../../client/i18n.ts'
import {
  aroundQueryOf,
  coverageQueryOf,
  STANDARD_REACH,
  STANDARD_TRAVEL,
} from '../../../client/around/question.ts'
import { useAroundStore } from '../../../client/stores/around.ts'
import { usePlaceStore } from '../../../client/stores/place.ts'
import { STATE } from '../../unit/client/map/sceneStates.ts'
import { AROUND, COVERAGE, DOMINO } from '../../unit/client/around/answers.ts'
import { mountWith } from '../mountWith.ts'

beforeAll(() => loadMessages('around'))
afterEach(() => document.body.replaceChildren())

const QUESTION = { from: { kind: 'point', at: [114.2, 22.7] }, radiusMetres: 1000 } as const

const router = () =>
  createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', component: AroundPanel }],
  })

function mountPanel(
  seen: { seesOnly?: Around['seesOnly']; atOnePlace?: Domino['atOnePlace'] } = {},
) {
  const { wrapper, pinia } = mountWith(AroundPanel, { global: { plugins: [router()] } }, [
    [['areas'], STATE.geography.areas],
    [['around', aroundQueryOf(QUESTION, STANDARD_TRAVEL)], { ...AROUND, ...seen }],
    [
      ['coverage', coverageQueryOf('440307', STANDARD_REACH, STANDARD_TRAVEL)],
      { ...COVERAGE, ...seen },
    ],
    [['domino', '440307'], { ...DOMINO, ...seen }],
  ] as unknown as Parameters<typeof mountWith>[2])
  return { wrapper, store: useAroundStore(pinia), place: usePlaceStore(pinia) }
}

test('around: figures, the nearest help or that there is none, and a way off the map', async () => {
  const { wrapper, store } = mountPanel()
  expect(wrapper.find('.around-figures').exists()).toBe(false)
  store.ask(QUESTION)
  await wrapper.vm.$nextTick()
  expect(wrapper.get('[data-figure=riskPoints]').text()).toContain('1,240')
  expect(wrapper.get('.levels [data-level=larger] b').text()).toBe('2')
  expect(wrapper.get('[data-figure=headcount] dd').text()).toBe('3,400')
  const nearest = wrapper.get('[data-list=nearest]')
  expect(nearest.get('[data-code=S1]').text()).toContain('2.06 km')
  expect(nearest.text()).toContain('没有登记')
  expect(wrapper.get('[data-list=gravePoints]').text()).toContain('共 3 条,列出前 1 条')
  expect(wrapper.text()).toContain('搜索范围 3.14 km²')
  expect(wrapper.text()).not.toContain('按所画图形量算')
  await wrapper.get('[data-list=sensitive] [data-code=F1] button').trigger('pointerenter')
  expect(store.pointed).toEqual([114.202, 22.7])
  await wrapper.get('[data-action=clear]').trigger('click')
  expect(store.question).toBeNull()
})

test('around: a typed position is searched, a mistyped one says what to do', async () => {
  const { wrapper, store } = mountPanel()
  const field = wrapper.get('[data-field=coordinates]')
  await field.setValue('somewhere')
  await wrapper.get('form.typed').trigger('submit')
  expect(store.question).toBeNull()
  expect(wrapper.get('.typed [role=alert], .typed .error').text()).not.toBe('')
  await field.setValue('114.2, 22.7')
  await wrapper.get('form.typed').trigger('submit')
  expect(store.question).toEqual({ ...QUESTION, radiusMetres: 500 })
})

test('coverage: covered and uncovered by level, and the uncovered with their nearest station', async () => {
  const { wrapper, store, place } = mountPanel()
  await wrapper.get('[data-tab=coverage]').trigger('click')
  await wrapper.get('[data-action=show]').trigger('click')
  expect(store.coverage).toBe('440307')
  const row = wrapper.get('tr[data-level=major]')
  expect(row.get('[data-figure=covered]').text()).toBe('4')
  expect(row.get('[data-figure=uncovered]').text()).toBe('1')
  expect(wrapper.text()).toContain('没有到场实测记录')
  expect(wrapper.findAll('.around-key li')).toHaveLength(3)
  const uncovered = wrapper.get('[data-list=uncovered] [data-code=R9]')
  expect(uncovered.text()).toContain('甲站')
  await uncovered.get('button').trigger('click')
  expect(place.place.riskPointCode).toBe('R9')
  await wrapper.get('[data-field=reach]').setValue('99')
  expect(store.reach).toEqual(STANDARD_REACH)
  expect(wrapper.text()).toContain('填 0.5 至 30')
})

test('domino: the note stands before anything is asked; members tell whom they reach', async () => {
  const { wrapper, store } = mountPanel()
  await wrapper.get('[data-tab=domino]').trigger('click')
  expect(wrapper.text()).toContain('示意 不替代定量风险评价')
  await wrapper.get('[data-action=show]').trigger('click')
  expect(wrapper.get('[data-count]').text()).toContain('共 1 组,涉及 3 处危险源')
  const group = wrapper.get('[data-group="1"]')
  expect(group.get('[data-code=H1]').text()).toContain('波及 风险点H2、风险点H3')
  expect(group.get('[data-code=H2]').text()).not.toContain('波及')
  expect(group.get('[data-code=H3]').text()).toContain('波及 风险点H1')
  await wrapper.get('[data-action=clear]').trigger('click')
  expect(store.domino).toBeNull()
})

test('who sees one street is told so, and what it means for what is not covered', async () => {
  const whole = mountPanel()
  whole.store.ask(QUESTION)
  whole.store.coverage = whole.store.domino = '440307'
  const street = { code: '440307003', name: '平湖街道', level: 'street' } as const
  const { wrapper, store } = mountPanel({ seesOnly: street })
  store.ask(QUESTION)
  store.coverage = store.domino = '440307'
  for (const [tab, words] of [
    ['around', '救援力量未列出'],
    ['coverage', '“未覆盖”指看得到的站点到不了'],
    ['domino', '跨区域的组可能不完整'],
  ] as const) {
    await wrapper.get(`[data-tab=${tab}]`).trigger('click')
    expect(wrapper.get('[data-sees-only]').text()).toContain('只能看到平湖街道的记录')
    expect(wrapper.get('[data-sees-only]').text()).toContain(words)
    await whole.wrapper.get(`[data-tab=${tab}]`).trigger('click')
    expect(whole.wrapper.find('[data-sees-only]').exists()).toBe(false)
  }
})

test('domino: what is left out because it stands at one place is told', async () => {
  const { wrapper, store } = mountPanel({ atOnePlace: { groups: 56, hazardSources: 1118 } })
  store.domino = '440307'
  await wrapper.get('[data-tab=domino]').trigger('click')
  expect(wrapper.get('[data-at-one-place]').text()).toContain('另有 56 组共 1,118 处危险源')
})

test('arrow keys go round the tabs', async () => {
  const { wrapper, store } = mountPanel()
  await wrapper.get('[data-tab=around]').trigger('keydown', { key: 'ArrowLeft' })
  expect(store.tab).toBe('domino')
  await wrapper.get('[data-tab=domino]').trigger('keydown', { key: 'ArrowRight' })
  expect(store.tab).toBe('around')
})
