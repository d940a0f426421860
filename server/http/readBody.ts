import { json, raw, type Request, type RequestHandler } from 'express'
import type { Endpoint, FileBody } from '#data/contract/endpoint'
import { LARGEST_PHOTO_BYTES } from '#data/domain/photos'
import { HttpProblem } from './problems.ts'

/** Larger than any record: a long text has 1,000 characters, a list 100 entries. */
const parseJson = json({ limit: '128kb', strict: true })
/** Files come as they are: one that was compressed for the way could stand for any size. */
const readFile = raw({ limit: LARGEST_PHOTO_BYTES, inflate: false, type: () => true })

/** What reads the body of a request before its handler sees it. */
export function bodyReaders({ body, bodyTypes = [] }: Endpoint): RequestHandler[] {
  if (body === undefined) return []
  return body === 'bytes' ? [requireType(bodyTypes), readFile] : [requireJson, parseJson]
}

const requireJson: RequestHandler = (request, _response, next) => {
  if (request.is('application/json')) return next()
  throw new HttpProblem('notJson', 'The body must be JSON with Content-Type: application/json.')
}

function requireType(types: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    // Nothing but the type itself: no parameter, no upper case that the decoder would have to know.
    if (types.includes(request.get('Content-Type')?.trim() ?? '')) return next()
    const list = types.join(', ')
    throw new HttpProblem('notThisType', {
      'zh-CN': `只接受 ${list}。请改用 JPEG、PNG 或 WebP 照片。`,
      en: `Content-Type must be one of ${list}.`,
    })
  }
}

/** The file that came as the body. */
export function fileOf(request: Request): FileBody {
  const body: unknown = request.body
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
  return { mediaType: request.get('Content-Type')?.trim() ?? '', bytes }
}
