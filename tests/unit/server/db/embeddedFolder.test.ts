import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOnce } from '../../../../server/db/embeddedFolder.ts'

describe('createOnce', () => {
  let parent: string
  let folder: string
  beforeEach(async () => {
    parent = await mkdtemp(path.join(os.tmpdir(), 'longgang-folder-'))
    folder = path.join(parent, 'database')
  })
  afterEach(() => rm(parent, { recursive: true }))

  const create = async (): Promise<void> => {
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'PG_VERSION'), '18')
  }
  const rest = (): string => path.join(folder, 'half a file')

  it('opens a database that is there', async () => {
    await createOnce(folder, create)
    await writeFile(rest(), '')
    await createOnce(folder, create)
    expect(existsSync(rest())).toBe(true)
  })

  it('begins a creation anew that was interrupted', async () => {
    const interrupted = createOnce(folder, async () => {
      await create()
      await writeFile(rest(), '')
      throw new Error('killed')
    })
    await expect(interrupted).rejects.toThrow('killed')
    await createOnce(folder, create)
    expect(existsSync(rest())).toBe(false)
    await createOnce(folder, create)
    expect(existsSync(path.join(folder, 'PG_VERSION'))).toBe(true)
  })

  it('touches nothing in a folder that holds something else', async () => {
    await mkdir(folder)
    await writeFile(rest(), '')
    await expect(createOnce(folder, create)).rejects.toThrow(/^DATA_DIR: .* holds files but no/)
    expect(existsSync(rest())).toBe(true)
  })
})
