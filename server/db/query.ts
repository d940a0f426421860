import { z } from 'zod'
import type { Queryable } from './Db.ts'

/**
 * Runs one statement and parses its rows. A row that does not fit is our own mistake, so the error
 * names the row and the column but never the values.
 * @throws DatabaseError when the database refuses the statement
 */
export async function query<S extends z.core.$ZodType>(
  database: Queryable,
  schema: S,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<z.output<S>[]> {
  const result = z.array(schema).safeParse(await database.query(sql, parameters))
  if (result.success) return result.data
  const places = result.error.issues.slice(0, 5).map(({ path, message }) => {
    const [row, ...column] = path
    return `row ${String(row)}, ${column.map(String).join('.')}: ${message}`
  })
  throw new TypeError(`A row of the database has another shape than expected: ${places.join('; ')}`)
}
