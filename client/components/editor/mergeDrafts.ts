import { isSame, type Draft } from './draft.ts'
import { DRAFT_FIELDS, type DraftField } from './draftBody.ts'

/** A field that two people changed, each in another way. */
export type Clash = { field: DraftField; before: unknown; mine: unknown; theirs: unknown }

export type Merge = {
  /** What I typed, with theirs where only they changed something. */
  draft: Draft
  taken: DraftField[]
  /** Fields to choose between; until then they hold mine. */
  clashes: Clash[]
}

/** Three-way merge of forms, field by field: what both started from, mine and theirs. */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merge {
  const changedByThem = DRAFT_FIELDS.filter((field) => !isSame(base[field], theirs[field]))
  const taken = changedByThem.filter((field) => isSame(base[field], mine[field]))
  const clashes = changedByThem
    .filter((field) => !taken.includes(field) && !isSame(mine[field], theirs[field]))
    .map((field) => ({
      field,
      before: base[field],
      mine: mine[field],
      theirs: theirs[field],
    }))
  const adopted = Object.fromEntries(taken.map((field) => [field, theirs[field]]))
  return { draft: { ...mine, ...adopted }, taken, clashes }
}
