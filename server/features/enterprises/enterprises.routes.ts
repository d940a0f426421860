import type { EnterpriseChange, EnterpriseCreation } from '#data/contract/bodies'
import type { EnterpriseDetail } from '#data/contract/recordResponses'
import { industryOf } from '#data/domain/industries'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import type { Handlers, Services } from '../../http/endpoint.ts'
import { HttpProblem, notFound, refused } from '../../http/problems.ts'
import { editRecord, markOf } from '../versions/editRecord.ts'
import { sourceOf } from '../versions/sourceOf.ts'
import {
  changedFields,
  historyOf,
  nothingToUndo,
  requireInUse,
  requireRetired,
} from '../versions/history.ts'
import {
  findEnterprise,
  findParkForEnterprise,
  insertEnterprises,
  listEnterpriseVersions,
  lockEnterprise,
  nextEnterpriseCode,
  updateEnterprise,
} from './enterprises.queries.ts'

type Keys =
  | 'createEnterprise'
  | 'getEnterprise'
  | 'updateEnterprise'
  | 'retireEnterprise'
  | 'restoreEnterprise'
  | 'undoEnterprise'
  | 'getEnterpriseHistory'

const ENTERPRISE = {
  name: 'enterprise',
  lock: lockEnterprise,
  versions: listEnterpriseVersions,
  read: readDetail,
} as const

export function enterpriseHandlers({ clock }: Services): Pick<Handlers, Keys> {
  return {
    createEnterprise: ({ body, actor, write }) =>
      write(async (transaction) => {
        const { reason = null, parkCode, ...fields } = body
        const place = await requirePlace(transaction, parkCode, fields.buildingCode ?? null)
        const code = await nextEnterpriseCode(transaction)
        const facts = { ...EMPTY, code, parkCode, ...place, ...checked(fields), retiredAt: null }
        const mark = markOf({ actor, clock }, 'create', reason)
        await insertEnterprises(transaction, [facts], mark)
        return readDetail(transaction, clock, code)
      }),
    getEnterprise: ({ params, read }) =>
      read((transaction) => readDetail(transaction, clock, params.code)),
    updateEnterprise: (request) =>
      editRecord(ENTERPRISE, request, clock, async (current, editing) => {
        requireInUse(current)
        const { reason, ...fields } = request.body
        const facts = { ...current, ...checked(fields) }
        await requirePlace(editing.transaction, facts.parkCode, facts.buildingCode)
        if (changedFields(current, facts).length === 0) return
        await updateEnterprise(editing.transaction, facts, markOf(editing, 'edit', reason))
      }),
    retireEnterprise: (request) =>
      editRecord(ENTERPRISE, request, clock, async (current, editing) => {
        requireInUse(current)
        await requireUnnamed(editing.transaction, current.code)
        const mark = markOf(editing, 'retire', request.body.reason)
        const facts = { ...current, retiredAt: mark.at.toISOString() }
        await updateEnterprise(editing.transaction, facts, mark)
      }),
    restoreEnterprise: (request) =>
      editRecord(ENTERPRISE, request, clock, async (current, editing) => {
        requireRetired(current)
        const mark = markOf(editing, 'restore', request.body.reason)
        await updateEnterprise(editing.transaction, { ...current, retiredAt: null }, mark)
      }),
    undoEnterprise: (request) =>
      editRecord(ENTERPRISE, request, clock, async (current, editing) => {
        const { transaction } = editing
        const mark = markOf(editing, 'undo', request.body.reason)
        if (current.change.kind === 'create') {
          await requireUnnamed(transaction, current.code)
          const retiredAt = mark.at.toISOString()
          return updateEnterprise(transaction, { ...current, retiredAt }, mark)
        }
        const previous = (await listEnterpriseVersions(transaction, current.code))[1]
        if (!previous) throw nothingToUndo()
        if (previous.retiredAt !== null) await requireUnnamed(transaction, current.code)
        return updateEnterprise(transaction, previous, mark)
      }),
    getEnterpriseHistory: async ({ params, read }) => {
      const rows = await read((transaction) => listEnterpriseVersions(transaction, params.code))
      if (rows.length === 0) throw notFound('enterprise', params.code)
      return { code: params.code, versions: historyOf(rows), downgrades: [], asOf: clock.asOf() }
    },
  }
}

/** What nobody has told of a new enterprise. */
const EMPTY = {
  highRiskClass: null,
  dustWorkers: null,
  safetyOfficer: null,
  safetyPhone: null,
  buildingCode: null,
  floor: null,
  propertyOwner: null,
  operator: null,
  sublessor: null,
} as const

/** The given fields, without those left out. @throws HttpProblem 422 for an industry that none is */
function checked<
  T extends Omit<EnterpriseCreation, 'parkCode' | 'reason'> | Omit<EnterpriseChange, 'reason'>,
>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  if (fields.industry !== undefined && industryOf(fields.industry) === null) {
    throw refused('industry', {
      'zh-CN': `“${fields.industry}”不是 GB/T 4754-2017 的大类。请从行业列表中选择,例如“C33 金属制品业”。`,
      en: `"${fields.industry}" is no division of GB/T 4754-2017: choose one, for example "C33 金属制品业".`,
    })
  }
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}

async function requirePlace(
  transaction: Queryable,
  parkCode: string,
  buildingCode: string | null,
): Promise<{ areaCode: string; fictitious: boolean }> {
  const place = await findParkForEnterprise(transaction, parkCode, buildingCode)
  if (!place) {
    throw refused('parkCode', {
      'zh-CN': `没有编号为 ${parkCode} 的园区。请从园区列表中选择。`,
      en: `There is no park ${parkCode}: choose one of /api/parks.`,
    })
  }
  if (!place.buildingFits) {
    throw refused('buildingCode', {
      'zh-CN': `楼栋 ${buildingCode} 不在园区 ${parkCode}。请选择该园区的楼栋,或留空。`,
      en: `The building ${buildingCode} is not in the park ${parkCode}: choose one of that park, or null.`,
    })
  }
  return { areaCode: place.areaCode, fictitious: place.fictitious }
}

/** @throws HttpProblem 409 while registered risk points name the enterprise */
async function requireUnnamed(transaction: Queryable, code: string): Promise<void> {
  const { total } = (await findEnterprise(transaction, code))?.riskPoints ?? { total: 0 }
  if (total === 0) return
  throw new HttpProblem('alreadyDone', {
    'zh-CN': `仍有 ${total} 个在册风险点属于该企业。请先注销这些风险点,或改为其他企业、公共区域。`,
    en: `${total} registered risk points still name this enterprise: retire them or name another enterprise first.`,
  })
}

async function readDetail(
  transaction: Queryable,
  clock: Clock,
  code: string,
): Promise<EnterpriseDetail> {
  const found = await findEnterprise(transaction, code)
  if (!found) throw notFound('enterprise', code)
  return { ...found, asOf: clock.asOf(), source: sourceOf(found, clock) }
}
