import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type EmbeddedDb, openEmbedded } from '../../../server/db/embedded.ts'
import { runSource } from '../../helpers/runServer.ts'
import { copyTestFolder } from '../../helpers/testDatabase.ts'

describe.skipIf(inject('databaseUrl') !== null)('embedded database', () => {
  let folder: string
  let db: EmbeddedDb
  let restarts: string[]
  beforeEach(async () => {
    folder = await copyTestFolder()
    restarts = []
    db = await openEmbedded({ dataFolder: folder, onRestart: (line) => restarts.push(line) })
  })
  afterEach(() => db.close())

  const rename = (name: string): Promise<unknown> =>
    db.query(`UPDATE data_set SET source = $1`, [name])
  const readName = async (): Promise<unknown> =>
    (await db.query('SELECT source FROM data_set'))[0]?.source

  it('keeps a second process out with a sentence, and the first goes on', async () => {
    await expect(openEmbedded({ dataFolder: folder })).rejects.toMatchObject({
      name: 'StartupError',
      message: `DATA_DIR: another process uses the database in ${path.join(folder, 'database')}; stop it or set DATA_DIR to another folder.`,
    })
    await rename('still here')
    expect(await readName()).toBe('still here')
  })

  it('comes back when its process is killed, with every acknowledged row', async () => {
    await rename('acknowledged')
    const under = db.query('SELECT count(*) FROM generate_series(1, 1e9)')
    const refused = expect(under).rejects.toMatchObject({ code: '57P02' })
    await wait(200)
    const pid = await db.pid()
    process.kill(pid ?? 0, 'SIGKILL')
    await refused
    expect(await readName()).toBe('acknowledged')
    expect(await db.pid()).not.toBe(pid)
    expect(restarts).toEqual(['The embedded database stopped; it is being restarted.'])
  })

  it('loses a transaction whose process is killed, and nothing of it', async () => {
    const before = await readName()
    const killed = db.transaction(async (transaction) => {
      await transaction.query(`UPDATE data_set SET source = 'lost'`)
      process.kill((await db.pid()) ?? 0, 'SIGKILL')
      await wait(200)
      return transaction.query('SELECT 1')
    })
    await expect(killed).rejects.toMatchObject({ name: 'DatabaseError' })
    expect(await readName()).toBe(before)
  })

  it('gives up a statement that outlives its transaction, for those who wait', async () => {
    const endless = db.transaction(
      (transaction) => transaction.query('SELECT count(*) FROM generate_series(1, 1e10)'),
      { timeoutMilliseconds: 300 },
    )
    const next = readName()
    await expect(endless).rejects.toMatchObject({ code: '57014' })
    expect(await next).toBeTypeOf('string')
  })

  it('is free again after it is closed, and refuses statements', async () => {
    await rename('closed')
    await db.close()
    expect(existsSync(path.join(folder, 'database.lock'))).toBe(false)
    await expect(db.query('SELECT 1')).rejects.toThrow('The database is closed')
    db = await openEmbedded({ dataFolder: folder })
    expect(await readName()).toBe('closed')
  })

  it('ends with its parent, even one that was killed', async () => {
    await db.close()
    const { child, says } = runSource('tests/helpers/holdDatabase.ts', { DATA_DIR: folder })
    await says('open')
    child.kill('SIGKILL')
    // The lock lives on with the orphan for a moment; opening waits for it.
    db = await openEmbedded({ dataFolder: folder })
    expect(await readName()).toBe('held')
  })
})
