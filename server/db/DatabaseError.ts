export type DatabaseErrorDetails = {
  /** SQLSTATE, five characters. */
  code: string
  detail?: string | undefined
  hint?: string | undefined
  constraint?: string | undefined
}

/** SQLSTATEs that our own drivers raise or somebody looks for; the database raises the rest. */
export const SQLSTATE = {
  cannotConnect: '08001',
  connectionLost: '08006',
  transactionRolledBack: '25P02',
  serializationFailure: '40001',
  queryCanceled: '57014',
  crashed: '57P02',
  protocolViolation: '08P01',
} as const

/** What a statement failed with: the message of the database and its SQLSTATE. */
export class DatabaseError extends Error implements DatabaseErrorDetails {
  override readonly name = 'DatabaseError'
  readonly code: string
  readonly detail: string | undefined
  readonly hint: string | undefined
  readonly constraint: string | undefined

  constructor(message: string, details: DatabaseErrorDetails, options?: ErrorOptions) {
    super(message, options)
    this.code = details.code
    this.detail = details.detail
    this.hint = details.hint
    this.constraint = details.constraint
  }
}
