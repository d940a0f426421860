import { createHash } from 'node:crypto'
import type { Request } from 'express'
import { readFileSync } from 'node:fs'

/** Everything that an answer depends on besides its address. */
export type Validity = {
  /** State of the data that the actor may see. */
  dataState: string
  /** Civil day of the clock: what is overdue changes at midnight. */
  day: string
  /** What the answer says the data is as of. */
  asOf: string
  /** Role and scope of the actor. */
  audience: string
}

/**
 * Tells two builds apart, since another build may shape the same data otherwise. The bundle is one
 * file, so its bytes identify it on every machine; from source each start counts as another build.
 */
const BUILD = import.meta.filename.endsWith('.ts')
  ? `${process.pid}-${Date.now()}`
  : readFileSync(import.meta.filename)

/** A weak validator, since the same answer leaves in several encodings. */
export function entityTag(address: string, validity: Validity): string {
  const { dataState, day, asOf, audience } = validity
  const hash = createHash('sha256').update(BUILD)
  hash.update(JSON.stringify([address, dataState, day, asOf, audience]))
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}

/** The validator of one record: names its version, which a change sends back in If-Match. */
export function versionTag(version: number, tag = 'W/""'): string {
  const rest = tag.slice(0, -1)
  return `${rest}${rest.endsWith('"') ? '' : '.'}v${version}"`
}

/**
 * The tag that the caller knows this answer by, whatever version of the record it names; null where
 * it knows another or none.
 */
export function knownVersionTag(request: Request, tag: string): string | null {
  const known = request.get('If-None-Match')?.split(/,\s*/) ?? []
  return known.find((each) => each.startsWith(`${tag.slice(0, -1)}.v`)) ?? null
}
