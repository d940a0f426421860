import { parentPort, workerData } from 'node:worker_threads'
import { lock } from 'proper-lockfile'

/**
 * Worker thread of the embedded database's process. A long statement blocks that process's main
 * thread, so the lock of the folder is kept fresh here, and here the process is ended when its
 * parent died: the lock lives exactly as long as the process that uses the folder.
 */
const STALE_MILLISECONDS = 5_000
const RETRY_MILLISECONDS = 200
/** Longer than it takes a lock to grow stale, whose owner was killed a moment ago. */
const WAIT_MILLISECONDS = 5_600
const PARENT_CHECK_MILLISECONDS = 500
const ORPHAN_MILLISECONDS = 3_000

const { folder } = workerData as { folder: string }
const parent = process.ppid

function endProcess(): void {
  process.kill(process.pid, 'SIGKILL')
}

setInterval(() => {
  if (process.ppid !== parent) setTimeout(endProcess, ORPHAN_MILLISECONDS)
}, PARENT_CHECK_MILLISECONDS)

async function guard(): Promise<void> {
  try {
    const release = await lock(folder, {
      stale: STALE_MILLISECONDS,
      update: 1_000,
      realpath: false,
      retries: {
        retries: WAIT_MILLISECONDS / RETRY_MILLISECONDS,
        factor: 1,
        minTimeout: RETRY_MILLISECONDS,
        maxTimeout: RETRY_MILLISECONDS,
      },
      // Somebody else has taken the folder: two writers would destroy it.
      onCompromised: endProcess,
    })
    parentPort?.once('message', () => {
      void release().finally(() => parentPort?.postMessage('released'))
    })
    parentPort?.postMessage('locked')
  } catch (error) {
    parentPort?.postMessage((error as NodeJS.ErrnoException).code ?? String(error))
  }
}

void guard()
