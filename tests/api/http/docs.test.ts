import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONTRACT, type EndpointKey } from '#data/contract'
import type { OpenApi } from '../../../server/features/docs/openapiTypes.ts'
import { serve, type Served } from './serve.ts'
import { stillClock, stillDatabase } from './stillDatabase.ts'

let served: Served
let description: OpenApi

beforeAll(async () => {
  const db = stillDatabase(() => Promise.reject(new Error('The description needs no database')))
  served = await serve({ db, clock: stillClock(), clientFolder: '/nowhere' })
  const { body } = await served.request('/api/openapi.json')
  description = JSON.parse(String(body)) as OpenApi
})
afterAll(() => served.close())

/** Every value in a document, however deep. */
function* everyValue(value: unknown): Generator<unknown> {
  yield value
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* everyValue(inner)
  }
}

test('it is OpenAPI 3.1 with every entry of the contract and no other', () => {
  expect(description.openapi).toBe('3.1.0')
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [operation?.operationId, method, path]),
  )
  const contract = (Object.keys(CONTRACT) as EndpointKey[]).map((key) => [
    key,
    CONTRACT[key].method,
    CONTRACT[key].path.replace(/:(\w+)/g, '{$1}'),
  ])
  expect(described.sort()).toEqual(contract.sort())
})

test('every parameter of the contract is described, those of the path as required', () => {
  for (const key of Object.keys(CONTRACT) as EndpointKey[]) {
    const { method, path, params, query } = CONTRACT[key]
    const template = path.replace(/:(\w+)/g, '{$1}')
    const parameters = description.paths[template]?.[method]?.parameters ?? []
    const names = (place: string) =>
      parameters.filter((parameter) => parameter.in === place).map(({ name }) => name)
    expect(names('path')).toEqual(Object.keys(params.shape))
    expect(names('query')).toEqual(Object.keys(query.shape))
    expect(parameters.filter(({ in: place, required }) => place === 'path' && !required)).toEqual(
      [],
    )
    for (const parameter of parameters) expect(Object.keys(parameter.schema)).not.toEqual([])
  }
})

test('a parameter says its type, its bounds and whether it must be there', () => {
  const parameters = description.paths['/api/risk-points']?.get?.parameters ?? []
  const byName = Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter]))
  expect(byName.limit).toMatchObject({
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
  })
  expect(byName.level).toMatchObject({ style: 'form', explode: false, schema: { type: 'array' } })
  const [q] = description.paths['/api/search']?.get?.parameters ?? []
  expect(q).toMatchObject({ name: 'q', required: true, schema: { type: 'string' } })
})

test('a write that is done once however often it is sent names the header for that', () => {
  const keyed = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods)
      .filter((operation) => operation?.parameters.some(({ name }) => name === 'Idempotency-Key'))
      .map((operation) => operation?.operationId),
  )
  const once = Object.entries(CONTRACT).filter(([, entry]) => 'idempotent' in entry)
  expect(keyed.sort()).toEqual(once.map(([key]) => key).sort())
  expect(keyed).toEqual(expect.arrayContaining(['registerCheck', 'handOver', 'issueDocument']))
})

test('a photo is described as the bytes that it is', () => {
  const upload = description.paths['/api/hidden-dangers/{code}/photos']?.post
  expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual([
    'image/jpeg',
    'image/png',
    'image/webp',
  ])
  expect(Object.keys(upload?.responses ?? {})).toEqual(
    expect.arrayContaining(['201', '413', '415', '422']),
  )
  const { responses } = description.paths['/api/photos/{id}']?.get ?? {}
  expect(Object.keys(responses?.[200]?.content ?? {})).toEqual(['image/*'])
})

test('every reference leads to a schema', () => {
  const references = new Set<string>()
  for (const value of everyValue(description)) {
    if (typeof value === 'object' && value !== null && '$ref' in value) {
      references.add(String(value.$ref))
    }
  }
  expect(references.size).toBeGreaterThan(15)
  const known = Object.keys(description.components.schemas)
  for (const reference of references) {
    expect(known.map((name) => `#/components/schemas/${name}`)).toContain(reference)
  }
})

test('a write tells its body, its version and how it can be refused', () => {
  const { requestBody, parameters, responses } =
    description.paths['/api/risk-points/{code}']?.patch ?? {}
  expect(requestBody?.content['application/json']?.schema.$ref).toMatch(/UpdateRiskPointBody$/)
  expect(parameters?.find(({ in: place }) => place === 'header')).toMatchObject({
    name: 'If-Match',
    required: true,
  })
  expect(Object.keys(responses ?? {}).join()).toBe(
    '200,400,403,404,405,409,412,413,415,422,428,500,503',
  )
  expect(description.paths['/api/risk-points']?.post?.responses['201']).toBeDefined()
})

test('problems and unchanged answers are described', () => {
  const responses = description.paths['/api/summary']?.get?.responses ?? {}
  expect(Object.keys(responses)).toEqual(['200', '304', '400', '404', '405', '500', '503'])
  expect(responses['400']?.content).toEqual({
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  })
})

test('the page describes every endpoint by itself: no script, nothing from elsewhere', async () => {
  const { status, headers, body } = await served.request('/api/docs')
  const page = String(body)
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  for (const key of Object.keys(CONTRACT)) expect(page).toContain(`id="${key}"`)
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:\/\/|\son\w+=/i)
  const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
  for (const anchor of anchors) expect(page).toContain(`id="${anchor}"`)
  expect(page).toContain('id="invalidParameters"')
  expect(page).toContain('prefers-color-scheme: dark')
})
