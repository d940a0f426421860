import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, ResolvedConfig } from 'vite'

const COMPRESSED_EXTENSIONS = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json', '.wasm'])
/** Smaller files fit one packet either way. */
const LEAST_BYTES = 1024
/** Built once, sent to everybody: the last percent is worth the three seconds it takes. */
const BROTLI_QUALITY = 11

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Writes a `.br` and a `.gz` beside every text file of a client build, so that the server sends
 * bytes that were compressed once and well.
 */
export function precompress(): Plugin {
  let config: ResolvedConfig | undefined
  return {
    name: 'longgang:precompress',
    apply: (userConfig, { command }) => command === 'build' && !userConfig.build?.ssr,
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle(error?: Error) {
      if (error || !config) return
      await compressFolder(join(config.root, config.build.outDir))
    },
  }
}

/** @returns how many files got their two compressed companions. */
export async function compressFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && COMPRESSED_EXTENSIONS.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
  const compressed = await Promise.all(paths.map(compressFile))
  return compressed.filter(Boolean).length
}

async function compressFile(path: string): Promise<boolean> {
  const content = await readFile(path)
  if (content.length < LEAST_BYTES) return false
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(content, { params }),
    compressGzip(content, { level: constants.Z_BEST_COMPRESSION }),
  ])
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)])
  return true
}
