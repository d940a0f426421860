import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import AgendaRows from '../../../client/components/indicators/AgendaRows.vue'
import ChildComparison from '../../../client/components/indicators/ChildComparison.vue'
import MonthsChart from '../../../client/components/indicators/MonthsChart.vue'
import AreaPanel from '../../../client/components/panel/AreaPanel.vue'
import { i18n } from '../../../client/i18n.ts'
import { NO_HIDDEN_DANGERS } from '../../helpers/noHiddenDangers.ts'
import { READS } from '../quality/answers.ts'
import { fakeServer, refusal } from '../quality/fakeServer.ts'
import { answerOf, indicator, itemsWith, MONTHS, street } from './answers.ts'
import { mountIndicators } from './mountIndicators.ts'

const SUMMARY = {
  riskPoints: { total: 12480, major: 25, larger: 499, general: 3245, low: 8711 },
  ...{ riskValue: 600, overdueReviews: 0, missingCoordinates: 0, hazardSources: 0 },
  ...{ majorHazardSources: 0, parks: 276, demonstrationParks: 11, enterprises: 3240 },
  ...NO_HIDDEN_DANGERS,
  ...{ openMajorHiddenDangers: 9, overdueMajorHiddenDangers: 3, overdueHiddenDangers: 37 },
  area: { code: '440307', name: '龙岗区', level: 'district', officialAreaKm2: 388.21 },
  children: [],
  ...{ asOf: '2026-11-23T09:00:00+08:00', source: '测试', fictitious: true },
}

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({ ...READS })
})
afterEach(() => {
  i18n.global.locale.value = 'zh-CN'
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})
const DISTRICT = { area: '440307', level: 'district' }
const unavailable = () => refusal(503, '数据库暂时不可用')

test('the sentence and the tiles tell what changed since last month, and no accident where none is connected', async () => {
  server.answer('GET /api/summary', SUMMARY)
  const items = itemsWith(
    indicator('accidents', { value: null, gap: 'notConnected' }),
    indicator('accidentDeaths', { value: null, gap: 'notConnected' }),
    indicator('openMajorHiddenDangers', { value: 9, difference: 1 }),
    indicator('overdueHiddenDangers', { value: 37, difference: -3 }),
  )
  server.answer('GET /api/indicators', answerOf({ items }))
  const { wrapper } = await mountIndicators(AreaPanel, { areaCode: '440307' })
  const sentence = wrapper.get('.headline').text()
  expect(sentence).toContain('重大事故隐患未销号9处,其中逾期3处,较上月末增1处')
  expect(sentence).not.toContain('生产安全事故')
  expect(wrapper.get('[data-figure="accidents"]').text()).toContain('未接入')
  expect(wrapper.get('[data-figure="accidents"]').text()).not.toMatch(/\d/)
  expect(wrapper.get('[data-figure="overdueHiddenDangers"] .better').text()).toContain('减3')
  expect(wrapper.find('[data-figure="openMajorHiddenDangers"] .worse').exists()).toBe(false)
})

test('below ten cases a street is not put in order, whatever its rate', async () => {
  const rate = (value: number, denominator: number) =>
    indicator('onTimeRate', { value, denominator, fewSamples: denominator < 10 })
  const children = [
    street('440307003', '平湖街道', rate(95, 100)),
    street('440307014', '布吉街道', rate(10, 9)),
    street('440307017', '横岗街道', rate(82, 100)),
  ]
  server.answer('GET /api/indicators', answerOf({ children }))
  const { wrapper } = await mountIndicators(ChildComparison, DISTRICT)
  const rows = wrapper.findAll('li').map((row) => row.text().replace(/\s+/g, ' '))
  expect(rows[0]).toMatch(/^1 ?横岗街道.*82%$/)
  expect(rows[1]).toMatch(/^2 ?平湖街道/)
  expect(rows[2]).toMatch(/^– ?布吉街道 ?样本少,不列序/)
})

test('a comparison that cannot be read says so, and not that there is nothing to compare', async () => {
  server.answer('GET /api/indicators', unavailable)
  const { wrapper } = await mountIndicators(ChildComparison, DISTRICT)
  expect(wrapper.find('.error-state').exists()).toBe(true)
  expect(wrapper.text()).not.toContain('下级无可比数据')
})

test('the months say no number before they are read, nor when they cannot be', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const waiting = await mountIndicators(MonthsChart, { area: '440307' })
  expect(waiting.wrapper.find('[aria-busy]').exists()).toBe(true)
  expect(waiting.wrapper.find('b').exists()).toBe(false)
  server = fakeServer({ ...READS })
  server.answer('GET /api/indicators/months', unavailable)
  const failed = await mountIndicators(MonthsChart, { area: '440307' })
  expect(failed.wrapper.find('.error-state').exists()).toBe(true)
  expect(failed.wrapper.find('b').exists()).toBe(false)
})

test('the months are three lines, their last numbers, and a table of the same', async () => {
  server.answer('GET /api/indicators/months', MONTHS)
  const { wrapper } = await mountIndicators(MonthsChart, { area: '440307' })
  expect(wrapper.findAll('svg[role="img"] polyline')).toHaveLength(3)
  expect(wrapper.findAll('ul b').map((number) => number.text())).toEqual(['111', '90', '7'])
  expect(wrapper.findAll('tbody tr')).toHaveLength(12)
  expect(wrapper.get('[data-month="2026-01"]').text()).toContain('100')
})

test('what is decided on a row is written in Chinese, whatever language the page is read in', async () => {
  i18n.global.locale.value = 'en'
  const sentence = { 'zh-CN': '挂牌督办 2 件 7 日内到期', en: '2 supervised cases fall due' }
  server.answer('GET /api/agenda', {
    area: { code: '440307', name: '龙岗区', level: 'district' },
    rows: [
      {
        ...{ key: 'supervisionDue', n: 2, sentence, proposal: sentence },
        ...{ item: { entity: 'area', code: '440307' }, areaCode: '440307', parkCode: null },
      },
    ],
    asOf: SUMMARY.asOf,
  })
  const { wrapper } = await mountIndicators(AgendaRows, DISTRICT)
  expect(wrapper.get('li').text()).toContain('2 supervised cases fall due')
  await wrapper.get('.actions button').trigger('click')
  expect(wrapper.get('textarea').element.value).toBe(sentence['zh-CN'])
})
