import type { HistoryVersion } from '#data/contract/recordResponses'
import type { Conflict } from '#data/contract/responses'
import type { Change, FieldChange } from '#data/domain/changes'
import { HttpProblem } from '../../http/problems.ts'

/** A version of a record with what is told of every version. */
export type VersionRow = Record<string, unknown> & {
  version: number
  change: Change
  validUntil: string | null
}

/** Told by the version itself, or the same for ever. */
const UNTOLD = ['id', 'code', 'version', 'change', 'validUntil', 'retiredAt', 'fictitious']

/** The fields in which two versions of a record differ, in the order of the later one. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return Object.keys(after)
    .filter((field) => !UNTOLD.includes(field))
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** @param rows every version, the latest first */
export function historyOf(rows: readonly VersionRow[]): HistoryVersion[] {
  return rows.map((row, index) => {
    const before = rows[index + 1]
    return {
      ...row.change,
      version: row.version,
      until: row.validUntil,
      fields: before ? changedFields(before, row) : [],
    }
  })
}

/**
 * Refuses a change that was made from another version than the present one.
 * @param readRows every version, the latest first; asked for only where there is something to tell
 * @throws HttpProblem 412 that says who changed what since
 */
export async function requireVersion(
  given: number,
  current: { version: number },
  readRows: () => Promise<VersionRow[]>,
): Promise<void> {
  if (given === current.version) return
  const versions = historyOf(await readRows())
  const changes = versions
    .filter(({ version }) => version > given)
    .map(({ version, kind, at, by, reason, fields }) => ({ version, kind, at, by, reason, fields }))
  const conflict: Conflict = { version: current.version, changes }
  throw new HttpProblem(
    'stale',
    {
      'zh-CN': `您依据的是第 ${given} 版,现已是第 ${current.version} 版。请查看他人的修改,再在新版上保存;您填写的内容没有丢失。`,
      en: `The change was made from version ${given}, but the record is at version ${current.version}. See what changed and write again from that version.`,
    },
    { conflict },
  )
}

/** @throws HttpProblem 409 for a record that is no longer in use */
export function requireInUse({ retiredAt }: { retiredAt: string | null }): void {
  if (retiredAt === null) return
  throw new HttpProblem('alreadyDone', {
    'zh-CN': '该记录已注销。请先恢复,再修改。',
    en: 'The record is retired. Restore it first, then change it.',
  })
}

/** @throws HttpProblem 409 for a record that is in use already */
export function requireRetired({ retiredAt }: { retiredAt: string | null }): void {
  if (retiredAt !== null) return
  throw new HttpProblem('alreadyDone', {
    'zh-CN': '该记录未注销,无须恢复。',
    en: 'The record is not retired: there is nothing to restore.',
  })
}

/** @throws HttpProblem 409 where nobody has done anything that could be undone */
export function nothingToUndo(): HttpProblem {
  return new HttpProblem('alreadyDone', {
    'zh-CN': '这是首个版本,没有可撤销的变更。',
    en: 'This is the first version: there is no change to undo.',
  })
}
