/** A row as the driver gives it; `server/db/query.ts` parses it by a schema before anybody reads it. */
export type Row = Record<string, unknown>

export type Queryable = {
  /**
   * Runs one statement with `$1 …` parameters. Row types are the same from both drivers: int8 and
   * numeric as number when safe, DATE as text, timestamptz as Date, bytea as Uint8Array, json parsed,
   * text[] as array.
   * @throws DatabaseError with the SQLSTATE.
   */
  query: (sql: string, parameters?: readonly unknown[]) => Promise<Row[]>
}

export type TransactionOptions = {
  /** The transaction is given up after this time; 30,000 by default. */
  timeoutMilliseconds?: number
  isolation?: 'read committed' | 'repeatable read'
}

/**
 * The database as the server knows it. Inside `transaction` only the given handle may be used:
 * the embedded driver has one backend, and another query would wait for this one for ever.
 */
export type Db = Queryable & {
  readonly kind: 'embedded' | 'postgresql'
  transaction: <T>(
    run: (transaction: Queryable) => Promise<T>,
    options?: TransactionOptions,
  ) => Promise<T>
  close: () => Promise<void>
}
