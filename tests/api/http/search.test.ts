import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchKindSchema } from '#data/domain/search'
import { serveDemo } from './serveDemo.ts'

let demo: Awaited<ReturnType<typeof serveDemo>>
beforeAll(async () => {
  demo = await serveDemo()
}, 120_000)
afterAll(() => demo.close())

async function search(q: string, limit = 20) {
  const address = `/api/search?${new URLSearchParams({ q, limit: String(limit) })}`
  return (await demo.get('search', address)).items
}

test.each(['bt', 'BT', 'ＢＴ', 'bantian', 'ban tian', '坂田', '坂田街道', 'btjd', '440307013'])(
  '%s finds 坂田街道 first',
  async (q) => {
    const [first] = await search(q)
    expect(first).toMatchObject({ kind: 'area', code: '440307013', name: '坂田街道' })
    expect(first).toMatchObject({ context: '龙岗区', areaCode: '440307013', parkCode: null })
    expect(first?.position).toHaveLength(2)
  },
)

test('two communities of one name are told apart by where they lie', async () => {
  const areas = (await search('凤凰')).filter(({ kind }) => kind === 'area')
  expect(areas.map(({ name, context }) => `${context} › ${name}`)).toEqual([
    '平湖街道 › 凤凰社区',
    '布吉街道 › 凤凰社区',
  ])
})

test('all kinds come in the order of the groups, each with a fair share', async () => {
  const items = await search('a', 20)
  const kinds = items.map(({ kind }) => kind)
  expect(items).toHaveLength(20)
  expect(kinds).toEqual(searchKindSchema.options.flatMap((kind) => Array(4).fill(kind)))
})

test('a name that is the word comes before one that begins with it, and that before the rest', async () => {
  const items = await search('配电房', 50)
  const points = items.filter(({ kind }) => kind === 'riskPoint')
  expect(points[0]?.name).toBe('配电房')
  const rank = (name: string) => (name === '配电房' ? 0 : name.startsWith('配电房') ? 1 : 2)
  const ranks = points.map(({ name }) => rank(name))
  expect(ranks).toEqual(ranks.toSorted())
})

test('parks, enterprises and risk points say where they lie, the park too', async () => {
  const [park] = (await search('东海科技工业园')).filter(({ kind }) => kind === 'park')
  expect(park).toMatchObject({ context: '园山街道 › 大康社区', parkCode: park?.code })
  const [point] = await search('DEMO-R-0000012')
  expect(point?.kind).toBe('riskPoint')
  expect(point?.context).toMatch(/^.+街道 › .+社区 › .+$/)
  const [enterprise] = await search('DEMO-E-00001')
  expect(enterprise).toMatchObject({ kind: 'enterprise', code: 'DEMO-E-00001' })
  expect(enterprise?.position).not.toBeNull()
})

test.each(['3栋', 'building', 'B03'])(
  '%s finds that building of a demonstration park',
  async (q) => {
    const parks = await demo.get('listParks', '/api/parks?demonstration=true')
    const { code: parkCode, name } = parks.features[0]!.properties
    const { buildings } = await demo.get('getPark', `/api/parks/${parkCode}`)
    const building = buildings.features[2]!.properties
    const word = q === 'building' ? building.code : q
    const found = (await search(`${name} ${word}`, 50)).filter(({ kind }) => kind === 'siteFeature')
    const item = found.find(({ code }) => code === building.code)
    expect(item).toMatchObject({ parkCode, name: building.name })
    expect(item?.context).toContain(` › ${name}`)
    expect(item?.position).toHaveLength(2)
  },
)

test('a thing of a site is found by what it is and its number', async () => {
  const [row] = await demo.db.query(
    `SELECT feature.code FROM park_features AS feature
     JOIN parks ON parks.code = feature.park_code AND demonstration
     WHERE kind = 'assemblyPoint' ORDER BY feature.code LIMIT 1`,
  )
  const code = String(row?.code)
  const end = code.slice(code.lastIndexOf('-') + 1)
  const items = (await search(`疏散集合点 ${end}`, 50)).filter(({ kind }) => kind === 'siteFeature')
  expect(items.map((item) => item.code)).toContain(code)
  expect(items.every((item) => item.code.endsWith(end))).toBe(true)
})

test('ordinary parks show their own; what stands on their sites is no result', async () => {
  const [row] = await demo.db.query(
    `SELECT feature.code FROM park_features AS feature
     JOIN parks ON parks.code = feature.park_code AND NOT demonstration
     WHERE kind = 'building' ORDER BY feature.code LIMIT 1`,
  )
  expect(await search(String(row?.code))).toEqual([])
})

test('words are all found, the others also in the names of where a thing lies', async () => {
  const items = await search('坂田 工业区', 50)
  expect(items.length).toBeGreaterThan(0)
  for (const { name, context, areaCode } of items) {
    expect(`${name} ${context}`).toContain('工业区')
    expect(areaCode.startsWith('440307013')).toBe(true)
  }
  expect(await search('坂田 平湖街道')).toEqual([])
})

test('a point without coordinates is found without a position', async () => {
  const [row] = await demo.db.query('SELECT code FROM risk_points WHERE geom IS NULL LIMIT 1')
  const [point] = await search(String(row?.code))
  expect(point).toMatchObject({ code: row?.code, position: null })
})

test.each(['%', '_', '\\', "'", '"', "' OR 1=1 --", '(', '[a', '凤凰%', 'zzzzzz', '😀', 'a\u0301'])(
  'the signs of %j mean themselves',
  async (q) => {
    expect(await search(q)).toEqual([])
  },
)

test('the limit bounds all kinds together', async () => {
  expect(await search('a', 1)).toHaveLength(1)
  expect(await search('a', 50)).toHaveLength(50)
})
