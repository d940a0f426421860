import type { Problem } from '#data/contract/responses'

/**
 * Every kind of problem the API answers (RFC 9457). `type` is an address one can open: the readable
 * documentation explains each kind under that anchor.
 */
export const PROBLEM_KINDS = {
  invalidParameters: {
    status: 400,
    title: 'Invalid parameters',
    explanation:
      'A parameter is unknown, repeated, malformed or out of its range; the answer names each.',
  },
  badRequest: {
    status: 400,
    title: 'Bad request',
    explanation: 'The request itself cannot be read.',
  },
  notFound: {
    status: 404,
    title: 'Not found',
    explanation: 'There is no such address, or nothing with that code that the caller may see.',
  },
  methodNotAllowed: {
    status: 405,
    title: 'Method not allowed',
    explanation: 'The address exists but not with this method; Allow lists those that do.',
  },
  internalError: {
    status: 500,
    title: 'Internal error',
    explanation: 'The server failed. Its log tells why under the X-Request-Id of the answer.',
  },
  pageNotBuilt: {
    status: 503,
    title: 'Page not built',
    explanation: 'The API answers, but the page that belongs to it has not been built yet.',
  },
  databaseUnavailable: {
    status: 503,
    title: 'Database unavailable',
    explanation: 'The database does not answer at the moment; ask again after Retry-After.',
  },
} as const satisfies Record<string, { status: number; title: string; explanation: string }>

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

export type ProblemKind = keyof typeof PROBLEM_KINDS
export type ParameterProblem = { parameter: string; message: string }

/** What a handler throws when it cannot answer; the one error handler makes the answer of it. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'

  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly parameters?: readonly ParameterProblem[],
  ) {
    super(detail)
  }

  get status(): number {
    return PROBLEM_KINDS[this.kind].status
  }

  /** The body of the answer. */
  toProblem(): Problem {
    const { title } = PROBLEM_KINDS[this.kind]
    return {
      type: `/api/docs#${this.kind}`,
      title,
      status: this.status,
      detail: this.message,
      ...(this.parameters && { parameters: [...this.parameters] }),
    }
  }
}

/** 400 whose detail names every parameter that is wrong. */
export function invalidParameters(parameters: readonly ParameterProblem[]): HttpProblem {
  const detail = parameters.map(({ parameter, message }) => `${parameter}: ${message}`).join('; ')
  return new HttpProblem('invalidParameters', detail, parameters)
}

/** 404 for something that a code should have named. */
export function notFound(what: string, code: string): HttpProblem {
  return new HttpProblem('notFound', `There is no ${what} with the code ${code}.`)
}
