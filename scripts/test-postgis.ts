import { spawn } from 'node:child_process'
import path from 'node:path'
import { loadEnvironmentFile } from '../server/config.ts'
import { PROJECT_FOLDER } from '../server/projectFolder.ts'
import { StartupError } from '../server/StartupError.ts'
import { run } from './run.ts'

/** The API tests once more, against a real PostgreSQL + PostGIS. */
await run(async () => {
  loadEnvironmentFile()
  if (!process.env.TEST_DATABASE_URL?.trim()) {
    throw new StartupError(
      'TEST_DATABASE_URL must name an empty PostgreSQL database with PostGIS, for example postgresql://owner:password@localhost:5432/longgang_test.',
    )
  }
  const vitest = path.join(PROJECT_FOLDER, 'node_modules', 'vitest', 'vitest.mjs')
  const config = path.join(PROJECT_FOLDER, 'tests', 'vitest.config.ts')
  const args = [vitest, 'run', '--config', config, '--project', 'api', ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, TEST_POSTGIS: '1' },
    stdio: 'inherit',
  })
  process.exitCode = await new Promise<number>((resolve) => {
    child.once('close', (code) => resolve(code ?? 1))
  })
})
