import { randomUUID } from 'node:crypto'
import { describe, expect, inject, test } from 'vitest'
import { hiddenDangerDetailSchema } from '#data/contract/hiddenDangerResponses'
import { findFreePort, runSource, type RunningProcess } from '../../helpers/runServer.ts'
import { copyTestFolder } from '../../helpers/testDatabase.ts'
import { openEmbedded } from '../../../server/db/embedded.ts'

type Running = RunningProcess & { base: string }

async function start(dataFolder: string): Promise<Running> {
  const port = await findFreePort()
  const environment = { PORT: String(port), DATA_DIR: dataFolder, DATABASE_URL: '' }
  const running = runSource('server/main.ts', environment)
  await running.says(`http://127.0.0.1:${port}/`)
  return { ...running, base: `http://127.0.0.1:${port}` }
}
async function kill({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

type Step = { address: string; key: string; body: unknown; version?: number }
const post = ({ base }: Running, { address, key, body, version }: Step) =>
  fetch(base + address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  })
const detailOf = async (answer: Response) => hiddenDangerDetailSchema.parse(await answer.json())

describe.skipIf(inject('databaseUrl') !== null)('a server that is killed', () => {
  test('between two steps comes back where the last one led, and nothing counts twice', async () => {
    const folder = await copyTestFolder()
    const first = await start(folder)
    const parks = (await (await fetch(`${first.base}/api/parks`)).json()) as {
      features: { properties: { code: string } }[]
    }
    const registration = {
      address: '/api/hidden-dangers',
      key: randomUUID(),
      body: {
        parkCode: parks.features[0]?.properties.code,
        source: 'hotline',
        department: '试验街道应急管理办',
        location: '一楼',
        description: '灭火器压力不足',
        category: 'fire',
        foundOn: '2026-11-20',
        deadline: '2027-01-31',
      },
    }
    const registered = await detailOf(await post(first, registration))
    const assess = {
      address: `/api/hidden-dangers/${registered.code}/events`,
      key: randomUUID(),
      body: { action: 'assess', severity: 'general' },
      version: 1,
    }
    const assessed = await detailOf(await post(first, assess))
    // The next step is on its way when the process dies: whether it was done nobody is told.
    const assign = {
      address: assess.address,
      key: randomUUID(),
      body: { action: 'assign', responsibleUnit: '试验厂' },
      version: 2,
    }
    const lost = post(first, assign).catch(() => null)
    await kill(first)
    await lost

    const second = await start(folder)
    const read = async () =>
      detailOf(await fetch(`${second.base}/api/hidden-dangers/${registered.code}`))
    const found = await read()
    expect(found.events.slice(0, 2)).toEqual(assessed.events)
    expect(found).toMatchObject({
      state: found.events.at(-1)?.toState,
      version: found.events.length,
    })
    // Everything is sent once more, as a phone does that got no answer.
    expect(await detailOf(await post(second, registration))).toEqual(registered)
    expect(await detailOf(await post(second, assess))).toEqual(assessed)
    const assigned = await detailOf(await post(second, assign))
    expect(assigned).toMatchObject({ state: 'rectifying', version: 3 })
    const { events } = await read()
    expect(events.map(({ action }) => action)).toEqual(['register', 'assess', 'assign'])
    await kill(second)

    const db = await openEmbedded({ dataFolder: folder })
    const [row] = await db.query(
      `SELECT count(*) AS parted FROM hidden_dangers AS danger
       WHERE (version, state) IS DISTINCT FROM (
         SELECT (sequence, to_state) FROM hidden_danger_events
         WHERE hidden_danger_id = danger.id ORDER BY sequence DESC LIMIT 1)`,
    )
    await db.close()
    expect(row?.parted).toBe(0)
  }, 120_000)
})
