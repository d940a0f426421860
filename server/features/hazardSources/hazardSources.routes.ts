import type { HazardSourceDetail } from '#data/contract/recordResponses'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { notFound, refused } from '../../http/problems.ts'
import { callReview } from '../riskPoints/editing/callReview.ts'
import { editRecord, markOf, type Editing } from '../versions/editRecord.ts'
import { lockRiskPoint, type RiskPointRow } from '../riskPoints/riskPointRecord.queries.ts'
import { sourceOf } from '../versions/sourceOf.ts'
import {
  changedFields,
  historyOf,
  nothingToUndo,
  requireInUse,
  requireRetired,
} from '../versions/history.ts'
import {
  findHazardSource,
  listHazardSourceVersions,
  lockHazardSource,
  type HazardSourceRow,
} from './hazardSources.queries.ts'
import {
  deleteSubstances,
  insertHazardSource,
  insertSubstances,
  nextHazardSourceCode,
  updateHazardSource,
  type HazardSourceFacts,
} from './hazardSourceWrites.queries.ts'
import { planQuantities } from './planHazardSource.ts'

type Keys =
  | 'createHazardSource'
  | 'getHazardSource'
  | 'updateHazardSource'
  | 'retireHazardSource'
  | 'restoreHazardSource'
  | 'undoHazardSource'
  | 'getHazardSourceHistory'

const HAZARD_SOURCE = {
  name: 'hazard source',
  lock,
  versions: listHazardSourceVersions,
  read: readDetail,
} as const

export function hazardSourceHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    createHazardSource: ({ body, actor, write }) =>
      write(async (transaction) => {
        const editing = { transaction, actor, clock }
        const point = await requireRiskPoint(transaction, body.riskPointCode)
        const facts: HazardSourceFacts = {
          code: await nextHazardSourceCode(transaction),
          name: body.name,
          ...planQuantities(body),
          retiredAt: null,
          fictitious: point.fictitious,
        }
        const mark = markOf(editing, 'create', body.reason ?? null)
        const place = { riskPointId: point.id, areaCode: point.areaCode }
        const id = await insertHazardSource(transaction, place, facts, mark)
        await insertSubstances(transaction, id, facts.substances)
        if (facts.substances.length > 0) await callForReview(point, facts, editing)
        return readDetail(transaction, clock, facts.code)
      }),
    getHazardSource: ({ params, read }) =>
      read((transaction) => readDetail(transaction, clock, params.code)),
    updateHazardSource: (request) =>
      editRecord(HAZARD_SOURCE, request, clock, async (current, editing) => {
        requireInUse(current)
        const { name = current.name, reason } = request.body
        const facts = { ...current, name, ...planQuantities(request.body, current) }
        if (changedFields(current, facts).length === 0) return
        await replace(current, facts, editing, markOf(editing, 'edit', reason))
      }),
    retireHazardSource: (request) =>
      editRecord(HAZARD_SOURCE, request, clock, async (current, editing) => {
        requireInUse(current)
        const mark = markOf(editing, 'retire', request.body.reason)
        await replace(current, { ...current, retiredAt: mark.at.toISOString() }, editing, mark)
      }),
    restoreHazardSource: (request) =>
      editRecord(HAZARD_SOURCE, request, clock, async (current, editing) => {
        requireRetired(current)
        const mark = markOf(editing, 'restore', request.body.reason)
        await replace(current, { ...current, retiredAt: null }, editing, mark)
      }),
    undoHazardSource: (request) =>
      editRecord(HAZARD_SOURCE, request, clock, async (current, editing) => {
        const mark = markOf(editing, 'undo', request.body.reason)
        if (current.change.kind === 'create') {
          const retiredAt = mark.at.toISOString()
          return replace(current, { ...current, retiredAt }, editing, mark)
        }
        const previous = (await listHazardSourceVersions(editing.transaction, current.code))[1]
        if (!previous) throw nothingToUndo()
        return replace(current, previous, editing, mark)
      }),
    getHazardSourceHistory: async ({ params, read }) => {
      const rows = await read((transaction) => listHazardSourceVersions(transaction, params.code))
      if (rows.length === 0) throw notFound('hazard source', params.code)
      return { code: params.code, versions: historyOf(rows), downgrades: [], asOf: clock.asOf() }
    },
  }
}

/** The risk point first, as every write of it does: two writes never wait for each other. */
async function lock(transaction: Queryable, code: string): Promise<HazardSourceRow | undefined> {
  const found = await findHazardSource(transaction, code)
  if (!found) return undefined
  await requireRiskPoint(transaction, found.riskPointCode)
  return lockHazardSource(transaction, code)
}

/** Writes the next version, its substances after it: the database keeps those of the old one. */
async function replace(
  current: HazardSourceRow,
  facts: HazardSourceFacts,
  editing: Editing,
  mark: ReturnType<typeof markOf>,
): Promise<void> {
  const { transaction } = editing
  await updateHazardSource(transaction, current.id, facts, mark)
  if (JSON.stringify(facts.substances) !== JSON.stringify(current.substances)) {
    await deleteSubstances(transaction, current.id)
    await insertSubstances(transaction, current.id, facts.substances)
  }
  if (materialOf(facts) === materialOf(current)) return
  await callForReview(await requireRiskPoint(transaction, current.riskPointCode), facts, editing)
}

/** What a grading of the risk point depends on: the substances in use and the grade that they give. */
function materialOf({ retiredAt, substances, majorHazardGrade }: HazardSourceFacts): string {
  return JSON.stringify(retiredAt === null ? [substances, majorHazardGrade] : [[], null])
}

/** Another material or quantity is a case for a new assessment of the risk point. */
function callForReview(
  point: RiskPointRow,
  { name }: HazardSourceFacts,
  editing: Editing,
): Promise<void> {
  const reason = `危险源“${name}”的物质或数量有变化`
  return callReview(point, { trigger: 'processChange', reason }, editing)
}

async function requireRiskPoint(transaction: Queryable, code: string): Promise<RiskPointRow> {
  const point = await lockRiskPoint(transaction, code)
  if (!point) {
    throw refused('riskPointCode', {
      'zh-CN': `没有编号为 ${code} 的风险点。请在风险点卡片上新增危险源。`,
      en: `There is no risk point ${code}: add the hazard source to one that exists.`,
    })
  }
  requireInUse(point)
  return point
}

async function readDetail(
  transaction: Queryable,
  clock: Clock,
  code: string,
): Promise<HazardSourceDetail> {
  const found = await findHazardSource(transaction, code)
  if (!found) throw notFound('hazard source', code)
  return { ...found, asOf: clock.asOf(), source: sourceOf(found, clock) }
}
