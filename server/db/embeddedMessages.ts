import type { DatabaseErrorDetails } from './DatabaseError.ts'

/** What the parent asks of the embedded database's process. */
export type EmbeddedRequest =
  { kind: 'run'; id: number; sql: string; parameters: (string | null)[] | null } | { kind: 'close' }

/** What the process says: `refused` instead of `ready`, then one answer to every request. */
export type EmbeddedAnswer =
  | { kind: 'ready' }
  | { kind: 'refused'; sentence: string }
  | {
      kind: 'rows'
      id: number
      columns: string[]
      rows: unknown[][]
      command: string | undefined
    }
  | { kind: 'error'; id: number; message: string; details: DatabaseErrorDetails }
