import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { findFreePort, runSource } from '../../helpers/runServer.ts'
import { copyTestFolder, createTemporaryFolder } from '../../helpers/testDatabase.ts'

describe.skipIf(inject('databaseUrl') !== null)('a start of the server', () => {
  let port: number
  beforeEach(async () => {
    port = await findFreePort()
  })

  /** A start that fails says one sentence, without a stack, and exits 1. */
  async function expectRefusal(
    environment: Record<string, string>,
    sentence: RegExp,
  ): Promise<void> {
    const { ended } = runSource('server/main.ts', { PORT: String(port), ...environment })
    const { code, output, errors } = await ended
    expect(errors).toMatch(sentence)
    expect(errors.trim().split('\n')).toHaveLength(1)
    expect(output).not.toContain('http')
    expect(code).toBe(1)
  }

  it.each([
    [{ PORT: 'abc' }, /^PORT must be a port from 1 to 65535 \(it is "abc"\)\.$/m],
    [{ HOST: '0.0.0.0' }, /^HOST must be 127\.0\.0\.1, .* until sign-in exists/],
    [{ DATABASE_URL: 'mysql://root:secret@x/y' }, /^DATABASE_URL must look like (?!.*secret)/],
  ])('refuses %o', async (environment, sentence) => {
    await expectRefusal(environment, sentence)
  })

  it('refuses a port that is taken, before it touches the data folder', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const taken = (other.address() as AddressInfo).port
    const environment = { PORT: String(taken), DATA_DIR: '/proc/no/such/folder' }
    await expectRefusal(environment, /^PORT: \d+ on 127\.0\.0\.1 is taken by another program/)
    other.close()
  })

  it('refuses a data folder that cannot be written', async () => {
    const file = path.join(await createTemporaryFolder(), 'file')
    await writeFile(file, 'not a folder')
    await expectRefusal({ DATA_DIR: path.join(file, 'data') }, /^DATA_DIR: .* cannot be written/)
  })

  it('refuses a data folder that another process uses', async () => {
    const folder = await copyTestFolder()
    const db = await openEmbedded({ dataFolder: folder })
    await expectRefusal({ DATA_DIR: folder }, /^DATA_DIR: another process uses the database in/)
    expect(await db.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    await db.close()
  })

  it('refuses a database that cannot be reached, without its password', async () => {
    const url = `postgresql://somebody:secret@127.0.0.1:${port}/nowhere`
    await expectRefusal(
      { DATABASE_URL: url },
      /^DATABASE_URL: (?!.*secret)the database 127\.0\.0\.1:\d+\/nowhere cannot be reached/,
    )
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('answers, and stops on %s', async (signal) => {
    const folder = await copyTestFolder()
    const environment = { PORT: String(port), DATA_DIR: folder, DATABASE_URL: '' }
    const { child, says, ended } = runSource('server/main.ts', environment)
    await says(`http://127.0.0.1:${port}/`)
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
    expect(await answer.json()).toMatchObject({ status: 'ready', database: 'embedded' })
    child.kill(signal)
    const { code, output, errors } = await ended
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toContain('for one machine')
    await (await openEmbedded({ dataFolder: folder })).close()
  })
})
