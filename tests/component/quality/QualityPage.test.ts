import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import QualityPage from '../../../client/components/quality/QualityPage.vue'
import { FINDING, QUALITY, READS } from './answers.ts'
import { fakeServer, refusal, type Asked } from './fakeServer.ts'
import { mountRecord } from './mountRecord.ts'
import { DOWNGRADE } from './records.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const page = (items: unknown[], nextCursor: string | null = null) => ({
  items,
  nextCursor,
  asOf: QUALITY.asOf,
})
const SECOND = {
  ...FINDING,
  code: 'DEMO-R-0000002',
  name: '木工砂光除尘',
  level: 'larger',
  measure: 3,
}

let server: ReturnType<typeof fakeServer>
beforeEach(() => {
  server = fakeServer({
    ...READS,
    'GET /api/quality': QUALITY,
    'GET /api/quality/overdueReviews': ({ query }: Asked) =>
      query.get('cursor') ? page([SECOND]) : page([{ ...FINDING, text: '2026-11-11' }], 'MQ'),
    'GET /api/quality/outsidePark': page([]),
    'GET /api/quality/missingPersons': page([
      { ...FINDING, measure: null, text: 'responsiblePerson,guarantor' },
    ]),
    'GET /api/quality/errorReports': page([
      { ...FINDING, measure: 2, text: '楼层写错了', reportId: 41 },
    ]),
    'GET /api/downgrades': ({ query }: Asked) => ({
      items: query.get('state') === 'pending' ? [DOWNGRADE] : [],
      asOf: QUALITY.asOf,
    }),
  })
})

test('the counts of the area stand at each check, and the address says what is listed', async () => {
  const { wrapper } = await mountRecord(
    QualityPage,
    {},
    '/quality?area=440307013&check=overdueReviews',
  )
  const counts = wrapper.findAll('.check-list li').map((item) => item.text().replace(/\s+/g, ' '))
  expect(counts).toContain('复评超期(各级)120')
  expect(counts).toContain('降级待审批1')
  expect(counts).toHaveLength(11)
  const asked = server.asked.filter(({ path }) => path.startsWith('/api/quality'))
  expect(asked.map(({ query }) => query.get('area'))).toEqual(['440307013', '440307013'])
  const [row] = wrapper.findAll('.quality-item')
  expect(row!.text()).toContain('氨机房储氨器演')
  expect(row!.text()).toContain('坂田街道 › 岗头社区 › 榕嶂科创园')
  expect(row!.text()).toContain('超期 12 天')
  expect(row!.text()).toContain('应于 2026-11-11 前复评')
  expect(row!.get('a').attributes('href')).toBe(
    '/?area=440307013002&park=DEMO-P-001&point=DEMO-R-0000001',
  )
})

test('更多 asks for the next page and puts it below', async () => {
  const { wrapper } = await mountRecord(QualityPage, {}, '/quality?check=overdueReviews')
  expect(wrapper.findAll('.quality-item')).toHaveLength(1)
  await wrapper.get('.more').trigger('click')
  await flushPromises()
  expect(wrapper.findAll('.quality-item')).toHaveLength(2)
  expect(server.asked.at(-1)?.query.get('cursor')).toBe('MQ')
  expect(wrapper.find('.more').exists()).toBe(false)
})

test('fields that are empty are named in words, and nothing found says as of when', async () => {
  const { wrapper, router } = await mountRecord(QualityPage, {}, '/quality?check=missingPersons')
  expect(wrapper.get('.quality-item').text()).toContain('缺:责任人、包保责任人')
  await wrapper.get('[data-check=outsidePark] button').trigger('click')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/quality?check=outsidePark')
  expect(wrapper.get('.empty').text()).toBe('没有此类问题(截至 2026-11-23 09:00)')
})

test('a street and a community are chosen, and kept in the address with the check', async () => {
  const { wrapper, router } = await mountRecord(QualityPage, {}, '/quality?check=outsidePark')
  await wrapper.get('select[name=street]').setValue('440307013')
  await flushPromises()
  await wrapper.get('select[name=community]').setValue('440307013002')
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/quality?area=440307013002&check=outsidePark')
  expect(wrapper.get('h2 small').text()).toBe('岗头社区')
})

test('a list that does not come says so and is asked for again', async () => {
  server.answer('GET /api/quality/overdueReviews', () => refusal(503, 'The database is away.'))
  const { wrapper } = await mountRecord(QualityPage, {}, '/quality?check=overdueReviews')
  expect(wrapper.get('.findings [role=alert]').text()).toContain('503')
  server.answer('GET /api/quality/overdueReviews', page([SECOND]))
  await wrapper.get('.findings [role=alert] button').trigger('click')
  await flushPromises()
  expect(wrapper.get('.quality-item').text()).toContain('木工砂光除尘')
})

test('without a check in the address the first with findings is shown: what waits for the district', async () => {
  const { wrapper } = await mountRecord(QualityPage)
  await vi.waitFor(() => expect(wrapper.find('.downgrade-item').exists()).toBe(true))
  expect(wrapper.get('[data-check=pendingDowngrades] button').attributes('aria-current')).toBe(
    'true',
  )
})

test('a report is closed with what was done about it, and the list asked for anew', async () => {
  const { wrapper } = await mountRecord(QualityPage, {}, '/quality?check=errorReports')
  server.answer('POST /api/error-reports/41/resolution', {
    id: 41,
    entity: 'riskPoint',
    code: FINDING.code,
    name: FINDING.name,
    areaCode: FINDING.areaCode,
    parkCode: FINDING.parkCode,
    riskPointCode: FINDING.code,
    text: '楼层写错了',
    reportedBy: '演示管理员',
    reportedAt: QUALITY.asOf,
    resolvedBy: '演示管理员',
    resolvedAt: QUALITY.asOf,
    resolution: '已改为3层',
  })
  server.answer('GET /api/quality/errorReports', page([]))
  await wrapper.get('.quality-item .action-button').trigger('click')
  await wrapper.get('.reason-form .primary').trigger('click')
  expect(server.written()).toHaveLength(0)
  expect(wrapper.get('.reason-form [role=alert]').text()).toBe('请写明理由')
  await wrapper.get('.reason-form textarea').setValue(' 已改为3层 ')
  await wrapper.get('.reason-form .primary').trigger('click')
  await flushPromises()
  expect(server.written()[0]).toMatchObject({
    path: '/api/error-reports/41/resolution',
    body: { resolution: '已改为3层' },
  })
  expect(wrapper.get('.empty').text()).toContain('没有此类问题')
})
