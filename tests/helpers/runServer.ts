import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { PROJECT_FOLDER } from '../../server/projectFolder.ts'

export type Ended = { code: number | null; output: string; errors: string }
export type RunningProcess = {
  child: ChildProcess
  /** Resolves when a line of the output holds the text; rejects when the process ends before. */
  says: (text: string) => Promise<void>
  ended: Promise<Ended>
}

/** Runs a TypeScript file of the project as `npm start` and the scripts do. */
export function runSource(file: string, environment: Record<string, string>): RunningProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(PROJECT_FOLDER, file)], {
    cwd: PROJECT_FOLDER,
    // No variable of the tests' own environment decides what is tested.
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, output, errors }))
  })
  return {
    child,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text)) resolve()
        }
        child.stdout.on('data', look)
        void ended.then(() => reject(new Error(`It ended before it said "${text}": ${errors}`)))
        look()
      }),
  }
}

/** A port that nobody uses at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
