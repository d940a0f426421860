import { existsSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import { StartupError } from '../StartupError.ts'
import { startWorker } from './entries.ts'

/**
 * Takes the folder for this process alone.
 * @returns the release
 * @throws StartupError when another process keeps it for more than five seconds.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const guard = startWorker('embeddedGuard', { folder })
  const [answer] = (await once(guard, 'message')) as [string]
  if (answer === 'ELOCKED') {
    throw new StartupError(
      `DATA_DIR: another process uses the database in ${folder}; stop it or set DATA_DIR to another folder.`,
    )
  }
  if (answer !== 'locked') {
    throw new StartupError(`DATA_DIR: the database in ${folder} cannot be locked (${answer}).`)
  }
  return async () => {
    const released = once(guard, 'message')
    guard.postMessage('release')
    await released
    await guard.terminate()
  }
}

/**
 * Creates the database where there is none. A creation that was interrupted leaves a mark beside
 * the folder, and is begun anew.
 * @throws StartupError when the folder holds something else.
 */
export async function createOnce(folder: string, create: () => Promise<void>): Promise<void> {
  const mark = `${folder}.unfinished`
  if (existsSync(mark)) await rm(folder, { recursive: true, force: true })
  if (existsSync(path.join(folder, 'PG_VERSION'))) return create()
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new StartupError(
      `DATA_DIR: ${folder} holds files but no database; move them or set DATA_DIR to another folder.`,
    )
  }
  await writeFile(mark, 'The database beside this file is being created.\n')
  await create()
  await rm(mark)
}
