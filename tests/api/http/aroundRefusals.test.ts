import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  demo = await serveDemo()
})
afterAll(() => demo.close())

test.each([
  ['radius=100', 400, 'shape', '请只选一种方式'],
  ['longitude=114.2&radius=100', 400, 'latitude', 'longitude 和 latitude'],
  ['longitude=114.2&latitude=22.7&park=DEMO-P-001&radius=100', 400, 'shape', '请只选一种方式'],
  ['shape=114.2,22.7;114.3,22.7&radius=100', 400, 'shape', '应为 3 至 200 个'],
  ['shape=114.2,22.7;114.3,22.7;114.25,22.7&radius=1', 422, 'shape', '相交'],
  ['shape=114.2,22.7;114.3,22.7;114.2,22.7&radius=1', 400, 'shape', '2 个'],
  ['shape=114.2,22.7;114.2,22.7;114.2,22.7&radius=1', 400, 'shape', '图形有 1 个角点'],
  ['shape=114.2,22.7;114.3,22.8;114.3,22.7;114.2,22.8&radius=0', 422, 'shape', '不自相交'],
  ['longitude=0&latitude=0&radius=100', 422, 'longitude', '超出本图范围'],
])('%s', async (parameters, status, parameter, words) => {
  const problem = await demo.problem(`/api/around?${parameters}`, {
    headers: { 'Accept-Language': 'zh-CN' },
  })
  expect(problem).toMatchObject({ status, parameters: [{ parameter }] })
  expect(problem.detail).toContain(words)
})

test('200 corners are read, 201 are not', async () => {
  const circle = (corners: number) =>
    Array.from({ length: corners }, (_, index) => {
      const angle = (index / corners) * 2 * Math.PI
      return [
        (114.2 + 0.02 * Math.cos(angle)).toFixed(6),
        (22.7 + 0.02 * Math.sin(angle)).toFixed(6),
      ]
    }).join(';')
  expect((await demo.get('getAround', `/api/around?shape=${circle(200)}&radius=0`)).area.kind).toBe(
    'shape',
  )
  expect(await demo.problem(`/api/around?shape=${circle(201)}&radius=0`)).toMatchObject({
    status: 400,
  })
})

test.each([
  'radius=-1',
  'radius=5001',
  'radius=',
  'radius=1e3',
  'radius=5&speed=0',
  'radius=5&detour=0.5',
])('%s', async (parameters) => {
  const problem = await demo.problem(`/api/around?longitude=114.2&latitude=22.7&${parameters}`)
  expect(problem.status).toBe(400)
})

test('an unknown park is not found', async () => {
  expect(await demo.problem('/api/around?park=DEMO-P-999&radius=5')).toMatchObject({
    status: 404,
  })
})
