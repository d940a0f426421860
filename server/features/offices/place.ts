import type { Queryable } from '../../db/Db.ts'
import { refused } from '../../http/problems.ts'
import { findAreaName, findRecordPlace, type RecordPlace } from './place.queries.ts'

/** @throws HttpProblem 422 for a park that is none, or an enterprise that does not rent there */
export async function requireRecordPlace(
  transaction: Queryable,
  { parkCode, enterpriseCode }: { parkCode: string; enterpriseCode?: string | undefined },
): Promise<RecordPlace> {
  const place = await findRecordPlace(transaction, parkCode, enterpriseCode ?? null)
  if (!place) {
    throw refused('parkCode', {
      'zh-CN': `没有编号为 ${parkCode} 的园区。请从园区列表中选择。`,
      en: `There is no park ${parkCode}: choose one of /api/parks.`,
    })
  }
  if (!place.enterpriseFits) {
    throw refused('enterpriseCode', {
      'zh-CN': `企业 ${enterpriseCode} 不是园区 ${parkCode} 的在册企业。请选择该园区的企业,或留空。`,
      en: `${enterpriseCode} is no registered enterprise of the park ${parkCode}: choose one of that park, or none.`,
    })
  }
  return place
}

/** @throws HttpProblem 422 for an area that is none */
export async function requireArea(
  transaction: Queryable,
  areaCode: string,
  parameter = 'areaCode',
): Promise<string> {
  const name = await findAreaName(transaction, areaCode)
  if (name !== undefined) return name
  throw refused(parameter, {
    'zh-CN': `没有编号为 ${areaCode} 的区域。请从街道、社区列表中选择。`,
    en: `There is no area ${areaCode}: choose one of /api/areas.`,
  })
}

/** @throws HttpProblem 422 for a day that has not come yet */
export function requirePast(parameter: string, day: string, today: string): void {
  if (day <= today) return
  throw refused(parameter, {
    'zh-CN': `${day} 还没有到(今天是 ${today})。请填写已发生的日期。`,
    en: `${day} has not come yet (today is ${today}): give the day it took place.`,
  })
}
