import type { ChangeKind } from '#data/domain/changes'
import type { Actor } from '#data/domain/roles'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import { notFound } from '../../http/problems.ts'
import { requireVersion, type VersionRow } from './history.ts'

/** A write under way: its transaction, who writes and by which clock. */
export type Editing = { transaction: Queryable; actor: Actor; clock: Clock }

/** Who makes a version, when by the clock of the product, what and why. */
export type VersionMark = { by: string; at: Date; kind: ChangeKind; reason: string | null }

/** Who makes the next version, now. */
export function markOf(
  { actor, clock }: Omit<Editing, 'transaction'>,
  kind: ChangeKind,
  reason: string | null,
): VersionMark {
  return { by: actor.name, at: clock.now(), kind, reason }
}

/** A write of one record as its endpoint is given it. */
type EditRequest = {
  params: { code: string }
  /** The version that the writer knows. */
  version: number
  actor: Actor
  write: <T>(run: (transaction: Queryable) => Promise<T>) => Promise<T>
}

/** How a kind of record is locked, remembered and told. */
export type EditedKind<Row, Detail> = {
  name: Parameters<typeof notFound>[0]
  /** The present version, which nobody else changes before the transaction ends. */
  lock: (transaction: Queryable, code: string) => Promise<Row | undefined>
  /** Every version, the latest first. */
  versions: (transaction: Queryable, code: string) => Promise<VersionRow[]>
  read: (transaction: Queryable, clock: Clock, code: string) => Promise<Detail>
}

/**
 * Runs a change of a record in one transaction, on the version that the writer knows.
 * @returns the record as it is afterwards
 * @throws HttpProblem 404 without such a record, 412 when it was changed meanwhile
 */
export function editRecord<Row extends { version: number }, Detail>(
  kind: EditedKind<Row, Detail>,
  { params, version, actor, write }: EditRequest,
  clock: Clock,
  change: (current: Row, editing: Editing) => Promise<void>,
): Promise<Detail> {
  const { code } = params
  return write(async (transaction) => {
    const current = await kind.lock(transaction, code)
    if (!current) throw notFound(kind.name, code)
    await requireVersion(version, current, () => kind.versions(transaction, code))
    await change(current, { transaction, actor, clock })
    return kind.read(transaction, clock, code)
  })
}
