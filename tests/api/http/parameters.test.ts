import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type Served } from './serve.ts'
import { stillClock, stillDatabase } from './stillDatabase.ts'

const db = stillDatabase(() => Promise.reject(new Error('A refused request asks no database')))
let served: Served

beforeAll(async () => {
  served = await serve({ db, clock: stillClock(), clientFolder: '/nowhere' })
})
afterAll(() => served.close())

test.each([
  ['/api/areas?foo=1', 'foo'],
  ['/api/areas?level=city', 'level'],
  ['/api/areas?level=', 'level'],
  ['/api/areas?level=street&level=district', 'level'],
  ['/api/areas?level[]=street', 'level[]'],
  ['/api/areas?level%5B%5D=street', 'level[]'],
  ['/api/areas?__proto__=1', '__proto__'],
  ['/api/neighbours?a', 'a'],
  ['/api/figures?area=440307', 'area'],
  ['/api/health?deep=1', 'deep'],
  ['/api/summary?area=440306', 'area'],
  ['/api/summary?area=4403070', 'area'],
  ['/api/summary?area=440307%00', 'area'],
  ['/api/parks?demonstration=1', 'demonstration'],
  ['/api/parks?area=longgang', 'area'],
  ['/api/parks/%E0%A4%A', 'code'],
  ['/api/parks/a%00b', 'code'],
  ['/api/parks/demo', 'code'],
  ['/api/parks/DEMO-P-001?x=1', 'x'],
  ['/api/risk-points/%', 'code'],
  ['/api/risk-points/%E5%87%A4', 'code'],
  ['/api/%ff', 'path'],
  ['/work/%ff', 'path'],
  ['/api/risk-points.arrow?area=440307', 'area'],
  ['/api/risk-points?limit=0', 'limit'],
  ['/api/risk-points?limit=1001', 'limit'],
  ['/api/risk-points?limit=-1', 'limit'],
  ['/api/risk-points?limit=1.5', 'limit'],
  ['/api/risk-points?limit=ten', 'limit'],
  ['/api/risk-points?limit=1&limit=2', 'limit'],
  ['/api/risk-points?level=red', 'level'],
  ['/api/risk-points?level=major,major,major,major,major', 'level'],
  ['/api/risk-points?highRiskClass=', 'highRiskClass'],
  ['/api/risk-points?highRiskClass=dust,steam', 'highRiskClass'],
  ['/api/risk-points?hazardSources=false', 'hazardSources'],
  ['/api/risk-points?majorHazards=1', 'majorHazards'],
  ['/api/risk-points?reviewOverdue=', 'reviewOverdue'],
  [`/api/risk-points?q=${'a'.repeat(101)}`, 'q'],
  ['/api/risk-points?q=%20%20', 'q'],
  ['/api/risk-points?q=%C3%28', 'q'],
  ['/api/risk-points?q=%00', 'q'],
  ['/api/risk-points?bbox=1,2,3', 'bbox'],
  ['/api/risk-points?bbox=114.2,22.6,114.1,22.7', 'bbox'],
  ['/api/risk-points?bbox=114.1,22.6,214.1,22.7', 'bbox'],
  ['/api/risk-points?bbox=a,b,c,d', 'bbox'],
  ['/api/risk-points?ids=', 'ids'],
  ['/api/risk-points?ids=1,,2', 'ids'],
  ['/api/risk-points?ids=0', 'ids'],
  ['/api/risk-points?ids=2147483648', 'ids'],
  [`/api/risk-points?ids=${Array.from({ length: 501 }, (_, id) => id + 1).join()}`, 'ids'],
  ['/api/risk-points?ids=1&cursor=aWQ-MQ', 'cursor'],
  ['/api/risk-points?cursor=%20', 'cursor'],
  ['/api/risk-points?park=../x', 'park'],
  ['/api/search', 'q'],
  ['/api/search?q=', 'q'],
  ['/api/search?q=a&limit=51', 'limit'],
  [`/api/search?q=${encodeURIComponent('龙'.repeat(101))}`, 'q'],
  ['/api/search?q=a&q=b', 'q'],
  ['/api/search?q=a&%zz=b', '%zz'],
])('%s is a 400 that names %s', async (address, parameter) => {
  const problem = await served.problem(address)
  expect(problem).toMatchObject({ status: 400, type: '/api/docs#invalidParameters' })
  expect(problem.parameters?.map((entry) => entry.parameter)).toContain(parameter)
  expect(problem.detail).toContain(parameter)
  expect(db.asked).toEqual([])
})

test('several wrong parameters are told at once', async () => {
  const problem = await served.problem('/api/risk-points?limit=0&level=red&foo=1')
  expect(problem.parameters?.map(({ parameter }) => parameter).sort()).toEqual([
    'foo',
    'level',
    'limit',
  ])
})
