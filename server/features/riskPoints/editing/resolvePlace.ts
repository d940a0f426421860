import type { Queryable } from '../../../db/Db.ts'
import { refused } from '../../../http/problems.ts'
import { findParkForPoint, holdEnterprise } from '../riskPointWrites.queries.ts'

/**
 * The community of a point follows from its park, and the enterprise is one of that park.
 * @throws HttpProblem 422 where there is no such park, or the enterprise is not registered in it
 */
export async function resolvePlace(
  transaction: Queryable,
  parkCode: string,
  enterpriseCode: string | null,
): Promise<{ areaCode: string; fictitious: boolean }> {
  const place = await findParkForPoint(transaction, parkCode)
  if (!place) {
    throw refused('parkCode', {
      'zh-CN': `没有编号为 ${parkCode} 的园区。请从园区列表中选择。`,
      en: `There is no park ${parkCode}: choose one of /api/parks.`,
    })
  }
  if (enterpriseCode !== null) await requireEnterprise(transaction, parkCode, enterpriseCode)
  return place
}

async function requireEnterprise(
  transaction: Queryable,
  parkCode: string,
  enterpriseCode: string,
): Promise<void> {
  const enterprise = await holdEnterprise(transaction, enterpriseCode)
  if (enterprise?.parkCode !== parkCode) {
    throw refused('enterpriseCode', {
      'zh-CN': `企业 ${enterpriseCode} 不在园区 ${parkCode}。请选择该园区的企业,或选公共区域。`,
      en: `The enterprise ${enterpriseCode} is not in the park ${parkCode}: choose one of that park, or null for a public area.`,
    })
  }
  if (enterprise.isRetired) {
    throw refused('enterpriseCode', {
      'zh-CN': `企业 ${enterpriseCode} 已注销。请先恢复该企业,或改选在册企业、公共区域。`,
      en: `The enterprise ${enterpriseCode} is retired: restore it first, or choose a registered one, or null for a public area.`,
    })
  }
}
