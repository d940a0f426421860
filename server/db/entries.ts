import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

const here = fileURLToPath(import.meta.url)
const fromSource = path.extname(here) === '.ts'

/** File of another entry of the server: its source beside this one, or its part of the build. */
export function entryFile(name: string): string {
  return path.join(path.dirname(here), `${name}${path.extname(here)}`)
}

/** Flags of Node that run such an entry in a process. */
export const ENTRY_FLAGS: readonly string[] = fromSource ? ['--import', 'tsx'] : []

/** Runs such an entry in a thread; `--import tsx` does not reach one on Node 20. */
export function startWorker(name: string, workerData: unknown): Worker {
  const file = entryFile(name)
  if (!fromSource) return new Worker(file, { workerData })
  const url = JSON.stringify(pathToFileURL(file).href)
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${url}) })`
  return new Worker(load, { eval: true, execArgv: [], workerData })
}
