import type { Party } from '../../domain/acceptance.ts'
import { addDays } from '../../domain/clock.ts'
import { PARK_STAGE_ORDER } from '../../domain/parkRecords.ts'
import { ARTICLE_PARK } from '../namedParks.ts'
import { createRandom, DEMO_SEED } from '../random.ts'
import type { DemoDistrict } from '../types.ts'

export type DemoFourPartyEntry = {
  parkCode: string
  party: Party
  organisation: string
  happenedOn: string
  description: string
  documentNumber: string | null
}

type Template = { party: Party; daysAgo: number; organisation: string; description: string }
/** Nothing of a real name was ever blamed for: of that park, only what every park goes through. */
const BLAMING = /约谈|问题|逾期|督促|整改/
const template = (
  party: Party,
  daysAgo: number,
  organisation: string,
  description: string,
): Template => ({ party, daysAgo, organisation, description })

/** What each party did, in the order of the campaign; a park that came further has more of it. */
const TEMPLATES: readonly Template[] = [
  template('government', 250, '演示街道安委办', '约谈运营方,交办问题清单'),
  template('park', 240, '园区运营方', '召开承租企业动员会,签订安全责任书'),
  template('intermediary', 210, '演示安全技术服务机构', '入园排查风险点,出具问题清单'),
  template('park', 170, '园区运营方', '完成消防通道划线、微型消防站物资补充'),
  template('government', 130, '演示街道应急管理办', '联合检查,督促逾期事项整改'),
  template('intermediary', 100, '演示安全技术服务机构', '复核整改情况,指导完善制度'),
  template('association', 70, '演示行业协会', '组织专家指导验收准备'),
  template('association', 35, '演示行业协会', '参加整治验收,提出意见'),
  template('government', 20, '演示街道安委办', '验收情况报区安委办'),
]
/** Entries of a park at the first stage; three more for every two stages. */
const LEAST = 2

/** 四方机制 of each park. */
export function createFourParty({ parks, asOfDay }: DemoDistrict): DemoFourPartyEntry[] {
  return parks.flatMap(({ code: parkCode, name, stage }) => {
    const random = createRandom(DEMO_SEED, 'four parties', parkCode)
    const number = LEAST + Math.ceil(PARK_STAGE_ORDER.indexOf(stage) * 1.5)
    const templates = TEMPLATES.slice(0, number).filter(
      ({ description }) => name !== ARTICLE_PARK.name || !BLAMING.test(description),
    )
    return templates.map(({ party, daysAgo, organisation, description }) => ({
      ...{ parkCode, party, organisation, description: `${description}(演示)` },
      happenedOn: addDays(asOfDay, -daysAgo + random.integer(14)),
      documentNumber:
        party === 'government' ? `街安演示〔2026〕${10 + random.integer(80)}号` : null,
    }))
  })
}
