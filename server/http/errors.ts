import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import type { Locale } from '#data/domain/locales'
import { LARGEST_PHOTO_BYTES } from '#data/domain/photos'
import { GradingError } from '#data/grading/GradingError'
import { DatabaseError } from '../db/DatabaseError.ts'
import { HttpProblem, invalidParameters, PROBLEM_MEDIA_TYPE } from './problems.ts'

/** Seconds after which asking again makes sense while the database is away. */
const RETRY_AFTER_SECONDS = 5

/**
 * The one error handler: whatever was thrown becomes problem+json. What the server did wrong (5xx)
 * is logged in full and told in one sentence without its text.
 */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const problem = toProblem(error)
    if (problem.status >= 500) {
      const { id, method, originalUrl: url } = request
      logger.error({ err: error, id, method, url }, problem.message)
    }
    sendProblem(response, problem, localeOf(request))
  }
}

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (isDatabaseUnavailable(error)) {
    return new HttpProblem(
      'databaseUnavailable',
      'The database does not answer at the moment. Nothing is lost; please ask again shortly.',
    )
  }
  if (error instanceof GradingError) {
    return invalidParameters([{ parameter: error.parameter, message: error.message }])
  }
  if (isClientError(error) && error.status === 413) {
    return tooLarge(error)
  }
  if (isClientError(error) && 'type' in error && error.type === 'entity.parse.failed') {
    return new HttpProblem('badRequest', 'The body is not JSON that can be read.')
  }
  if (isClientError(error)) {
    return new HttpProblem('badRequest', 'The request cannot be read.')
  }
  return new HttpProblem('internalError', 'The server failed on this request; its log says why.')
}

/** The parsers tell the limit that was passed; that of files is the larger one. */
function tooLarge(error: Error): HttpProblem {
  const limit = 'limit' in error && typeof error.limit === 'number' ? error.limit : 0
  if (limit < LARGEST_PHOTO_BYTES) {
    return new HttpProblem('bodyTooLarge', 'The JSON is larger than any record can be: 128 kB.')
  }
  const megabytes = LARGEST_PHOTO_BYTES / 1024 / 1024
  return new HttpProblem('bodyTooLarge', {
    'zh-CN': `照片大于 ${megabytes} MB。请缩小或压缩后再传。`,
    en: `The photo is larger than ${megabytes} MB: make it smaller and send it again.`,
  })
}

/**
 * SQLSTATE classes that say that the database is away or overloaded, not that we asked wrongly:
 * connection, resources, operator intervention (shutting down, or a statement given up), and two
 * transactions that stood in each other's way, of which this one was taken back.
 */
function isDatabaseUnavailable(error: unknown): boolean {
  return error instanceof DatabaseError && /^(08|40|53|57)/.test(error.code)
}

/** Express and its parsers throw errors that carry the status of what the caller did wrong. */
function isClientError(error: unknown): error is Error & { status: number } {
  if (!(error instanceof Error) || !('status' in error)) return false
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500
}

/** English for programs that say nothing; Chinese for the page, which says so. */
function localeOf(request: Request): Locale {
  return request.acceptsLanguages(['en', 'zh']) === 'zh' ? 'zh-CN' : 'en'
}

function sendProblem(response: Response, problem: HttpProblem, locale: Locale): void {
  const body = Buffer.from(JSON.stringify(problem.toProblem(locale)))
  if (problem.kind === 'databaseUnavailable') response.set('Retry-After', `${RETRY_AFTER_SECONDS}`)
  // The validator of the answer that did not come about.
  response.removeHeader('ETag')
  response.status(problem.status)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', PROBLEM_MEDIA_TYPE)
  response.setHeader('Content-Length', body.length)
  response.end(body)
}
