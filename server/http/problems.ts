import type { Conflict, Problem } from '#data/contract/responses'
import type { Labels, Locale } from '#data/domain/locales'

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
  invalidBody: {
    status: 400,
    title: 'Invalid body',
    explanation:
      'A field of the JSON is missing, unknown, malformed or out of its range; the answer names each.',
  },
  badRequest: {
    status: 400,
    title: 'Bad request',
    explanation: 'The request itself cannot be read.',
  },
  notAllowed: {
    status: 403,
    title: 'Not allowed',
    explanation:
      'The caller may not write, or the request does not come from a page of this server.',
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
  alreadyDone: {
    status: 409,
    title: 'Already done',
    explanation:
      'Somebody did it before, or the record is in a state in which it cannot be done; the answer says which.',
  },
  stale: {
    status: 412,
    title: 'Changed meanwhile',
    explanation:
      'The record has a newer version than If-Match names; conflict says who changed what. Write again from that version.',
  },
  bodyTooLarge: {
    status: 413,
    title: 'Body too large',
    explanation: 'The JSON is larger than any record can be, or the file than a photo may be.',
  },
  notJson: {
    status: 415,
    title: 'Not JSON',
    explanation: 'A body is JSON with Content-Type: application/json.',
  },
  notThisType: {
    status: 415,
    title: 'Not this type',
    explanation: 'A file comes with a Content-Type that this address takes; the answer lists them.',
  },
  refused: {
    status: 422,
    title: 'Refused',
    explanation:
      'The values can be read, but together or against the records they cannot be; the answer says why and what to do.',
  },
  versionRequired: {
    status: 428,
    title: 'Version required',
    explanation:
      'A change names the version of the record it was made from in If-Match: the number, or the ETag of the record.',
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
export type ParameterProblem = { parameter: string; message: string | Labels }

/** What a problem carries besides its sentence. */
type ProblemExtras = { parameters?: readonly ParameterProblem[]; conflict?: Conflict }

/** What a handler throws when it cannot answer; the one error handler makes the answer of it. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly #detail: Labels

  constructor(
    readonly kind: ProblemKind,
    detail: string | Labels,
    readonly extras: ProblemExtras = {},
  ) {
    const labels = typeof detail === 'string' ? { 'zh-CN': detail, en: detail } : detail
    super(labels.en)
    this.#detail = labels
  }

  get status(): number {
    return PROBLEM_KINDS[this.kind].status
  }

  /** The body of the answer, its sentence in the reader's language. */
  toProblem(locale: Locale = 'en'): Problem {
    const { title } = PROBLEM_KINDS[this.kind]
    const { parameters, conflict } = this.extras
    return {
      type: `/api/docs#${this.kind}`,
      title,
      status: this.status,
      detail: this.#detail[locale],
      ...(parameters && {
        parameters: parameters.map(({ parameter, message }) => ({
          parameter,
          message: typeof message === 'string' ? message : message[locale],
        })),
      }),
      ...(conflict && { conflict }),
    }
  }
}

/** 400 whose detail names every parameter that is wrong. */
export function invalidParameters(
  parameters: readonly ParameterProblem[],
  kind: 'invalidParameters' | 'invalidBody' = 'invalidParameters',
): HttpProblem {
  const say = (locale: Locale) =>
    parameters
      .map(({ parameter, message }) => {
        const text = typeof message === 'string' ? message : message[locale]
        return `${parameter}: ${text}`
      })
      .join('; ')
  const detail = { 'zh-CN': say('zh-CN'), en: say('en') }
  return new HttpProblem(kind, detail, { parameters })
}

/** 422 for values that can be read but cannot be: why, and what to do, in both languages. */
export function refused(parameter: string, detail: Labels): HttpProblem {
  return new HttpProblem('refused', detail, { parameters: [{ parameter, message: detail }] })
}

/** What a code can name, in both languages. */
const NAMED = {
  area: '区域',
  park: '园区',
  enterprise: '企业',
  'risk point': '风险点',
  'hazard source': '危险源',
  request: '降级申请',
  report: '报错',
  'hidden danger': '隐患',
  check: '检查记录',
  photo: '照片',
  item: '事项',
  decision: '批示',
  freeze: '冻结月',
  grading: '分级评定或验收',
  campaign: '专项行动',
  'campaign target': '专项对象',
  'enforcement record': '执法记录',
  document: '文书',
  accident: '事故或险情',
  'work report': '作业报备',
  training: '培训',
  rectification: '整改记录',
  tour: '导览',
} as const

/** 404 for something that a code should have named. */
export function notFound(what: keyof typeof NAMED, code: string): HttpProblem {
  return new HttpProblem('notFound', {
    'zh-CN': `没有编号为 ${code} 的${NAMED[what]}。请核对编号或从列表打开。`,
    en: `There is no ${what} with the code ${code}.`,
  })
}
