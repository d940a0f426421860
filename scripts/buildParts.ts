import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PROJECT_FOLDER } from '../server/projectFolder.ts'
import { StartupError } from '../server/StartupError.ts'

/** The two halves of the build, and everything that decides what comes out. */
export const PARTS = {
  client: {
    result: 'dist/client/index.html',
    sources: [
      'client',
      'data',
      'scripts/vite',
      'vite.config.ts',
      'package-lock.json',
      'package.json',
    ],
    flags: [],
  },
  server: {
    result: 'dist/server/main.js',
    sources: ['server', 'data', 'package-lock.json', 'package.json'],
    flags: ['--ssr', '--config', 'server/vite.config.ts'],
  },
} as const

export type Part = keyof typeof PARTS

const stampFile = (part: Part): string => path.join(PROJECT_FOLDER, 'dist', `${part}.stamp`)

async function listFiles(relative: string): Promise<string[]> {
  const entries = await readdir(path.join(PROJECT_FOLDER, relative), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => null)
  if (!entries) return [relative]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(PROJECT_FOLDER, path.join(entry.parentPath, entry.name)))
    .sort()
}

/** Content, not dates: a checkout touches every file and changes few. */
async function hashSources(part: Part): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  const files = (await Promise.all(PARTS[part].sources.map(listFiles))).flat()
  for (const file of files) {
    hash.update(`\n${file}\n`).update(await readFile(path.join(PROJECT_FOLDER, file)))
  }
  return hash.digest('hex')
}

/** The parts whose build is missing or older than their sources. */
export async function findStaleParts(): Promise<Part[]> {
  const stale: Part[] = []
  for (const part of Object.keys(PARTS) as Part[]) {
    const stamp = await readFile(stampFile(part), 'utf8').catch(() => '')
    const isBuilt = existsSync(path.join(PROJECT_FOLDER, PARTS[part].result))
    if (!isBuilt || stamp !== (await hashSources(part))) stale.push(part)
  }
  return stale
}

/** @throws StartupError with what Vite said. */
export async function buildPart(part: Part): Promise<void> {
  const before = await hashSources(part)
  const vite = path.join(PROJECT_FOLDER, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', ...PARTS[part].flags], {
    cwd: PROJECT_FOLDER,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new StartupError(`The ${part} could not be built:\n${output}`)
  await mkdir(path.dirname(stampFile(part)), { recursive: true })
  await writeFile(stampFile(part), before)
}
