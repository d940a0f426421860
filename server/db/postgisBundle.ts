import { existsSync } from 'node:fs'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Extension } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'

/**
 * PGlite unpacks and compiles the whole PostGIS package at every start. We use neither raster nor
 * topology: without them a start takes 1.4 s of processor time and not 2.3 s.
 */
const NEEDED = [
  /^lib\/postgresql\/postgis-\d+\.so$/,
  /^share\/proj\/./,
  /^share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql)$/,
]
/** Raised when NEEDED changes: a bundle that is kept from before is not used again. */
const SELECTION = 1
const BLOCK = 512

/** The files of a tar archive that are needed, as a tar archive. */
export function selectFiles(archive: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let start = 0; start + BLOCK <= archive.length;) {
    const name = archive.toString('utf8', start, start + 100).split('\0')[0] ?? ''
    const size = Number.parseInt(archive.toString('latin1', start + 124, start + 136), 8) || 0
    const end = start + BLOCK + Math.ceil(size / BLOCK) * BLOCK
    const plainName = name.replace(/^\.\//, '')
    if (NEEDED.some((pattern) => pattern.test(plainName))) kept.push(archive.subarray(start, end))
    start = end
  }
  return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)])
}

async function writeBundle(source: URL, target: string): Promise<void> {
  const archive = selectFiles(await promisify(gunzip)(await readFile(source)))
  const unfinished = `${target}.${process.pid}`
  await writeFile(unfinished, await promisify(gzip)(archive, { level: 1 }))
  await rename(unfinished, target)
}

/** PostGIS from a smaller bundle, which is made once and kept beside the database. */
export function slimPostgis(folder: string): Extension {
  return {
    ...postgis,
    setup: async (database, options) => {
      const result = await postgis.setup(database, options)
      const { size } = await stat(fileURLToPath(result.bundlePath))
      const target = `${folder}-postgis-${SELECTION}-${size}.tar.gz`
      if (!existsSync(target)) await writeBundle(result.bundlePath, target)
      return { ...result, bundlePath: pathToFileURL(target) }
    },
  }
}
