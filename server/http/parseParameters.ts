import { z } from 'zod'
import { invalidParameters, type ParameterProblem } from './problems.ts'

/** Length to which a name that the caller invented is repeated in an answer. */
const QUOTED_NAME_LENGTH = 40

/**
 * Reads a raw query string (without `?`) into one value a name. Express decodes malformed
 * percent-encoding to U+FFFD, lets NUL pass and makes arrays of repeated names, so the raw text is
 * read here and all three are refused.
 * @throws HttpProblem 400 that names every parameter concerned.
 */
export function readQuery(rawQuery: string): Record<string, string> {
  const values = new Map<string, string>()
  const problems: ParameterProblem[] = []
  for (const pair of rawQuery.split('&').filter((part) => part !== '')) {
    const separator = pair.indexOf('=')
    const rawName = separator === -1 ? pair : pair.slice(0, separator)
    const name = decodeQueryText(rawName)
    const value = separator === -1 ? '' : decodeQueryText(pair.slice(separator + 1))
    const parameter = quoteName(name ?? rawName)
    const repeated = name !== null && values.has(name)
    if (repeated) problems.push({ parameter, message: 'must be given only once' })
    else if (name === null || value === null) {
      problems.push({ parameter, message: 'holds malformed percent-encoding' })
    } else if (hasNul(name) || hasNul(value)) {
      problems.push({ parameter, message: 'must not hold the character NUL' })
    }
    if (name !== null) values.set(name, value ?? '')
  }
  if (problems.length > 0) throw invalidParameters(problems)
  return Object.fromEntries(values)
}

/**
 * Parses params or a query by the schema of the contract.
 * @throws HttpProblem 400 that names every parameter concerned.
 */
export function parseParameters<T>(schema: z.core.$ZodType<T>, values: Record<string, string>): T {
  const result = z.safeParse(schema, values)
  if (result.success) return result.data
  throw invalidParameters(parameterProblems(result.error, values))
}

/**
 * Parses the JSON of a request by the schema of the contract.
 * @throws HttpProblem 400 that names every field concerned: `substances.0.quantityTonnes`.
 */
export function parseBody<T>(schema: z.core.$ZodType<T>, value: unknown): T {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const messages = new Map<string, string>()
  for (const issue of result.error.issues.flatMap((each) => plainIssues(each))) {
    for (const [name, message] of bodyProblems(issue)) {
      if (!messages.has(name)) messages.set(name, message)
    }
  }
  const problems = [...messages].map(([parameter, message]) => ({ parameter, message }))
  throw invalidParameters(problems, 'invalidBody')
}

type PlainIssue = { code: string; path: PropertyKey[]; message: string; keys?: string[] }

/** Of a choice the branch that the value comes nearest to: the one with the fewest complaints. */
function plainIssues(issue: z.core.$ZodIssue, above: PropertyKey[] = []): PlainIssue[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }]
  const nearest = issue.errors.reduce((best, branch) =>
    branch.length < best.length ? branch : best,
  )
  return nearest.flatMap((inner) => plainIssues(inner, path))
}

function bodyProblems({ code, path, message, keys }: PlainIssue): [string, string][] {
  if (code === 'unrecognized_keys') {
    return (keys ?? []).map((key) => [
      quoteName([...path, key].map(String).join('.')),
      'is not a field of this record',
    ])
  }
  const name = quoteName(path.map(String).join('.') || 'body')
  const isMissing = code === 'invalid_type' && message.endsWith('received undefined')
  return [[name, isMissing ? 'is required' : message]]
}

/** The decoded text of one path segment, or null where it cannot be trusted. */
export function isReadableSegment(rawSegment: string): boolean {
  const text = decode(rawSegment)
  return text !== null && !hasNul(text)
}

/** One entry a parameter: the first thing wrong with it. */
function parameterProblems(
  error: z.core.$ZodError,
  values: Record<string, string>,
): ParameterProblem[] {
  const messages = new Map<string, string>()
  for (const issue of error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    for (const name of names.map(quoteName)) {
      if (!messages.has(name)) messages.set(name, issueMessage(issue, name in values))
    }
  }
  return [...messages].map(([parameter, message]) => ({ parameter, message }))
}

function issueMessage(issue: z.core.$ZodIssue, isGiven: boolean): string {
  if (issue.code === 'unrecognized_keys') return 'is not a parameter of this address'
  if (issue.code === 'invalid_type' && !isGiven) return 'is required'
  return issue.message
}

function decodeQueryText(raw: string): string | null {
  return decode(raw.replaceAll('+', ' '))
}

function decode(raw: string): string | null {
  try {
    return decodeURIComponent(raw)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

function hasNul(text: string): boolean {
  return text.includes('\0')
}

function quoteName(name: string): string {
  const readable = name.replaceAll('\0', '\u2400')
  return readable.length > QUOTED_NAME_LENGTH
    ? `${readable.slice(0, QUOTED_NAME_LENGTH)}…`
    : readable
}
