import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Router, type Request, type Response } from 'express'
import { chooseEncoding } from './encoding.ts'
import { HttpProblem } from './problems.ts'

/** Where the build puts files whose name holds a hash of their content. */
const HASHED_FOLDER = '/assets/'
const ONE_YEAR_SECONDS = 31_536_000
const PAGE = '/index.html'
/** What scripts/vite/precompress.ts writes beside each text file. */
const COMPANIONS = { br: '.br', gzip: '.gz' } as const

/**
 * Serves the built page: each file as the build compressed it, and index.html for every address of
 * the page's own router. Express's sendFile does the work, because sirv, which knows compressed
 * companions itself, lets a file that cannot be opened end the whole process.
 */
export function clientFiles(folder: string): Router {
  const router = Router()
  router.get('/{*path}', async (request, response) => {
    const path = decodeURIComponent(request.path)
    if (path !== '/' && (await isFile(folder, path))) {
      return sendClientFile(folder, path, request, response)
    }
    if (looksLikeFile(path)) throw missingFile(path)
    if (!(await isFile(folder, PAGE))) throw missingBuild()
    return sendClientFile(folder, PAGE, request, response)
  })
  router.all('/{*path}', (_request, response) => {
    response.set('Allow', 'GET, HEAD')
    throw new HttpProblem('methodNotAllowed', 'This address answers GET, HEAD.')
  })
  return router
}

async function sendClientFile(
  folder: string,
  path: string,
  request: Request,
  response: Response,
): Promise<void> {
  const encoding = chooseEncoding(request)
  const companion = encoding === 'identity' ? null : `${path}${COMPANIONS[encoding]}`
  const isCompressed = companion !== null && (await isFile(folder, companion))
  response.vary('Accept-Encoding')
  response.set('Cache-Control', cacheControl(path))
  response.type(path.slice(path.lastIndexOf('.')))
  if (isCompressed) response.set('Content-Encoding', encoding)
  const file = isCompressed ? companion : path
  await new Promise<void>((resolve, reject) => {
    response.sendFile(file, { root: folder, cacheControl: false }, (error?: Error) => {
      // A caller that hung up is no failure of ours.
      if (!error || response.headersSent) return resolve()
      for (const header of ['Cache-Control', 'Content-Encoding', 'Content-Type']) {
        response.removeHeader(header)
      }
      reject(isMissing(error) ? missingFile(path) : error)
    })
  })
}

async function isFile(folder: string, path: string): Promise<boolean> {
  if (path.split(/[\\/]/).includes('..')) return false
  try {
    return (await stat(join(folder, path))).isFile()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG'
}

/** A hashed name never gets another content; everything else is asked for anew each time. */
export function cacheControl(path: string): string {
  return path.startsWith(HASHED_FOLDER)
    ? `public, max-age=${ONE_YEAR_SECONDS}, immutable`
    : 'no-cache'
}

/** A missing file must not be answered by the page: a script that is HTML fails oddly. */
export function looksLikeFile(path: string): boolean {
  return path.startsWith(HASHED_FOLDER) || /\.[A-Za-z0-9]+$/.test(path)
}

function missingFile(path: string): HttpProblem {
  return new HttpProblem('notFound', `There is no file ${path}; reload the page for its newest.`)
}

function missingBuild(): HttpProblem {
  return new HttpProblem(
    'pageNotBuilt',
    'The page has not been built yet. Run "npm run build" (or "npm start", which builds what is missing); the API under /api answers meanwhile.',
  )
}
