// The README's first line on a fresh clone: `npm start` answers, stops on Ctrl-C, answers again.
// Times are printed, not judged: machines differ.
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const PORT = process.env.PORT ?? '4399'
const LONGEST_START_MILLISECONDS = 180_000

async function answers(path) {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`).catch(() => null)
  return response?.ok ? response.text() : null
}

async function startAndStop(name) {
  const begin = performance.now()
  // A group of its own, so that the interrupt reaches npm and the server as from a terminal.
  const child = spawn('npm', ['start'], {
    detached: true,
    stdio: 'inherit',
    env: { ...process.env, PORT },
  })
  const ended = new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  )
  let page = null
  while (
    !page &&
    performance.now() - begin < LONGEST_START_MILLISECONDS &&
    child.exitCode === null
  ) {
    page = (await answers('/api/health')) && (await answers('/'))
    if (!page) await sleep(50)
  }
  const seconds = ((performance.now() - begin) / 1000).toFixed(1)
  if (!page?.includes('<div id="app">')) throw new Error(`${name}: no page after ${seconds} s`)
  const summary = JSON.parse(await answers('/api/summary'))
  if (summary.riskPoints.total !== 12480)
    throw new Error(`${name}: ${summary.riskPoints.total} risk points`)
  process.kill(-child.pid, 'SIGINT')
  const code = await ended
  console.log(`${name}: answered after ${seconds} s, ended with ${code} on Ctrl-C`)
  if (code !== 0 && code !== 130 && code !== 'SIGINT')
    throw new Error(`${name}: ended with ${code}`)
}

await startAndStop('First start')
await startAndStop('Second start')
