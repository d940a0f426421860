import type { Request } from 'express'
import { HttpProblem } from './problems.ts'

/** The version in an ETag of ours, `W/"….v3"`, or the bare number that a program may send. */
const VERSION = /^(?:W\/)?"?(?:[\w-]*\.)?v?(\d{1,9})"?$/

/**
 * The version of the record that a change was made from.
 * @throws HttpProblem 428 without If-Match, 400 when it names no version.
 */
export function readVersion(request: Request): number {
  const text = request.get('If-Match')?.trim()
  if (!text) {
    throw new HttpProblem('versionRequired', {
      'zh-CN': '修改须在 If-Match 中写明所依据的版本。请重新打开该记录再改。',
      en: 'A change names the version it was made from in If-Match: open the record and send its version.',
    })
  }
  const version = VERSION.exec(text)?.[1]
  if (version === undefined) {
    throw new HttpProblem(
      'badRequest',
      'If-Match must be a version of the record, for example "3".',
    )
  }
  return Number(version)
}
