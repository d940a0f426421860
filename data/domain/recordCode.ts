import * as z from 'zod/mini'

/** The code of a record in capitals, digits and hyphens; `what` completes "must be …". */
export const recordCodeSchema = (what: string) =>
  z
    .string()
    .check(z.regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/, `must be ${what}: capitals, digits and hyphens`))
