import { addDays, dayNumber } from '../../domain/clock.ts'
import type { Exchange } from '../../domain/learning.ts'
import { nextWorkingDay, workingDay } from '../offices/yearDays.ts'
import { createStages } from '../parkRecords/createStages.ts'
import { createRandom, DEMO_SEED, type Random } from '../random.ts'
import { STREET_CODES, STREET_TABLE } from '../streetTable.ts'
import type { DemoDistrict } from '../types.ts'

export type DemoExchange = Omit<Exchange, 'id'> & { parkCode: string }

const MEETING_TOPICS = ['工业园区安全整治经验', '园区统一安全管理做法', '四色图和风险公告做法']
const VISIT_TOPICS = [
  '消防车通道和室外消火栓改造',
  '一企一档和安全管理协议',
  '微型消防站值守和三分钟到场',
  '岗位风险告知卡和风险公告栏',
  '危险作业审批和监护',
]

/** A meeting on site when the park enters 现场交流推广, and visits since. */
export function createExchanges(district: DemoDistrict): DemoExchange[] {
  const stages = createStages(district)
  return district.parks
    .filter(({ demonstration }) => demonstration)
    .flatMap((park) => {
      const random = createRandom(DEMO_SEED, 'exchanges', park.code)
      const began = stages.find(
        ({ parkCode, stage }) => parkCode === park.code && stage === 'exchange',
      )?.enteredOn
      if (began === undefined) return []
      const meeting: DemoExchange = {
        ...{ parkCode: park.code, kind: 'exchangeMeeting' },
        heldOn: nextWorkingDay(addDays(began, 2 + random.integer(6))),
        topic: `${random.pick(MEETING_TOPICS)}现场交流会(演示)`,
        ...visitorsOf(park.areaCode, random, 8, 18),
      }
      const room = dayNumber(district.asOfDay) - dayNumber(meeting.heldOn) - 3
      const topics = random.shuffled(VISIT_TOPICS).slice(0, 1 + random.integer(VISIT_TOPICS.length))
      const visits = topics.map((topic, index): DemoExchange => ({
        ...{ parkCode: park.code, kind: 'visit', topic: `${topic}(演示)` },
        heldOn: workingDay(
          addDays(meeting.heldOn, 3 + Math.floor(((index + random.next()) * room) / topics.length)),
        ),
        ...visitorsOf(random.pick(STREET_CODES), random, 2, 7),
      }))
      return [meeting, ...visits]
    })
}

function visitorsOf(areaCode: string, random: Random, least: number, most: number) {
  const street = STREET_CODES.find((code) => areaCode.startsWith(code))!
  const parks = least + random.integer(most - least + 1)
  return {
    visitors: `${STREET_TABLE[street].name}街道 ${parks} 家园区`,
    people: parks * 2 + random.integer(parks + 4),
  }
}
