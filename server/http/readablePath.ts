import type { RequestHandler } from 'express'
import { CONTRACT } from '#data/contract'
import { isReadableSegment } from './parseParameters.ts'
import { invalidParameters } from './problems.ts'

/**
 * Refuses a path with malformed percent-encoding or NUL before any route sees it. Express would
 * answer such a path too, but without saying which parameter of which address was meant.
 */
export const requireReadablePath: RequestHandler = (request, _response, next) => {
  const [rawPath = ''] = request.originalUrl.split('?')
  const segments = rawPath.split('/')
  const wrong = segments.findIndex((segment) => !isReadableSegment(segment))
  if (wrong !== -1) {
    throw invalidParameters([
      {
        parameter: parameterAt(segments, wrong),
        message: 'holds malformed percent-encoding or the character NUL',
      },
    ])
  }
  next()
}

/** The name that the contract gives to a segment of a path, or `path` where it gives none. */
export function parameterAt(segments: readonly string[], index: number): string {
  for (const { path } of Object.values(CONTRACT)) {
    const pattern = path.split('/')
    const fits =
      pattern.length === segments.length &&
      pattern.every((part, position) => part.startsWith(':') || part === segments[position])
    const part = pattern[index]
    if (fits && part?.startsWith(':')) return part.slice(1)
  }
  return 'path'
}
