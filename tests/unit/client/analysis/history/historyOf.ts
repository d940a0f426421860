import { STILL } from '#data/domain/historyColumns'
import type { History } from '../../../../../client/analysis/history/history.ts'
import { AREA_CODES, PARK_CODES } from '../tableArbitrary.ts'

export type Version = {
  id: number
  from: number
  to: number
  level?: number
  longitude?: number
  latitude?: number
  reviewDueDay?: number
  area?: string
  enterprise?: number
}
export type Danger = {
  at?: number
  enterprise?: number
  registered: number
  closed?: number
  deadline?: number
}
export type HazardSource = { at: number; from: number; to?: number; grade?: number }

const metadata = new Map<string, string>()

/** A history of the given states; ids are those of `tableOf`: 1000 for its first row. */
export function historyOf({
  versions = [],
  dangers = [],
  hazardSources = [],
}: {
  versions?: readonly Version[]
  dangers?: readonly Danger[]
  hazardSources?: readonly HazardSource[]
}): History {
  const areas = [...new Set(versions.map(({ area = AREA_CODES[0]! }) => area))]
  const small = (list: readonly Version[], value: (item: Version) => number) =>
    Uint8Array.from(list, value)
  return {
    versions: {
      length: versions.length,
      metadata,
      columns: {
        id: Uint32Array.from(versions, ({ id }) => id),
        fromDay: Uint16Array.from(versions, ({ from }) => from),
        toDay: Uint16Array.from(versions, ({ to }) => to),
        longitude: Float32Array.from(versions, ({ longitude = 114.2 }) => longitude),
        latitude: Float32Array.from(versions, ({ latitude = 22.7 }) => latitude),
        level: small(versions, ({ level = 4 }) => level),
        accidentType: small(versions, () => 0),
        areaCode: {
          indices: Uint16Array.from(versions, ({ area = AREA_CODES[0]! }) => areas.indexOf(area)),
          values: areas,
        },
        parkCode: { indices: new Uint16Array(versions.length), values: [PARK_CODES[0]!] },
        score: new Float32Array(versions.length).fill(70),
        reviewDueDay: Uint16Array.from(versions, ({ reviewDueDay = 20_005 }) => reviewDueDay),
        highRiskClass: small(versions, () => 0),
        enterprise: Uint32Array.from(versions, ({ enterprise = 0 }) => enterprise),
        headcount: new Uint32Array(versions.length),
      },
    },
    hazardSources: {
      length: hazardSources.length,
      metadata,
      columns: {
        riskPoint: Uint32Array.from(hazardSources, ({ at }) => at),
        fromDay: Uint16Array.from(hazardSources, ({ from }) => from),
        toDay: Uint16Array.from(hazardSources, ({ to = STILL }) => to),
        majorHazardGrade: Uint8Array.from(hazardSources, ({ grade = 0 }) => grade),
      },
    },
    hiddenDangers: {
      length: dangers.length,
      metadata,
      columns: {
        riskPoint: Uint32Array.from(dangers, ({ at = 0 }) => at),
        enterprise: Uint32Array.from(dangers, ({ enterprise = 0 }) => enterprise),
        areaCode: { indices: new Uint16Array(dangers.length), values: [AREA_CODES[0]!] },
        parkCode: { indices: new Uint16Array(dangers.length), values: [PARK_CODES[0]!] },
        registeredDay: Uint16Array.from(dangers, ({ registered }) => registered),
        closedDay: Uint16Array.from(dangers, ({ closed = STILL }) => closed),
        deadlineDay: Uint16Array.from(dangers, ({ deadline = 30_000 }) => deadline),
      },
    },
  }
}
