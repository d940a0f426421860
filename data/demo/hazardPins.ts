import type { UnitKind } from '../domain/hazardSources.ts'
import type { ParkType } from '../domain/parks.ts'
import type { SubstanceKey } from './demoSubstances.ts'
import type { ParkPlan } from './planParks.ts'
import type { TemplateName } from './riskPointTemplates.ts'

export type HazardSpecification = {
  name: string
  unitKind: UnitKind
  /** Tonnes of each listed substance. */
  quantities: Partial<Record<SubstanceKey, number>>
  exposedPeople: number
}

export type HazardPin = {
  /** A street or a community. */
  areaCode: string
  parkType: ParkType
  /** Level of the template's points. */
  level: 'major' | 'larger'
  template: TemplateName
  units: readonly HazardSpecification[]
}

/**
 * CONTENT.md 4.3: the five 重大危险源 and the eight units with 0.8 ≤ S < 1, each at a place of its
 * own. Every other hazard source stays far below.
 */
const HAZARD_PINS: readonly HazardPin[] = [
  {
    areaCode: '440307003008',
    parkType: 'coldChain',
    level: 'major',
    template: '氨机房储氨器',
    units: [
      { name: '高压储氨器', unitKind: 'storage', quantities: { ammonia: 26 }, exposedPeople: 420 },
      {
        name: '低压循环桶',
        unitKind: 'production',
        quantities: { ammonia: 8.4 },
        exposedPeople: 420,
      },
    ],
  },
  {
    areaCode: '440307003009',
    parkType: 'coldChain',
    level: 'major',
    template: '氨机房储氨器',
    units: [
      { name: '高压储氨器', unitKind: 'storage', quantities: { ammonia: 14 }, exposedPeople: 260 },
    ],
  },
  {
    areaCode: '440307006009',
    parkType: 'coldChain',
    level: 'major',
    template: '氨机房储氨器',
    units: [
      { name: '高压储氨器', unitKind: 'storage', quantities: { ammonia: 11 }, exposedPeople: 180 },
    ],
  },
  {
    areaCode: '440307012003',
    parkType: 'coldChain',
    level: 'major',
    template: '氨机房储氨器',
    units: [
      { name: '高压储氨器', unitKind: 'storage', quantities: { ammonia: 9.6 }, exposedPeople: 150 },
    ],
  },
  {
    areaCode: '440307003005',
    parkType: 'printing',
    level: 'major',
    template: 'LNG气化站',
    units: [
      { name: 'LNG储罐', unitKind: 'storage', quantities: { methane: 77 }, exposedPeople: 310 },
    ],
  },
  {
    areaCode: '440307012003',
    parkType: 'printing',
    level: 'major',
    template: 'LNG气化站',
    units: [
      { name: 'LNG储罐', unitKind: 'storage', quantities: { methane: 43 }, exposedPeople: 130 },
    ],
  },
  {
    areaCode: '440307018003',
    parkType: 'foodOpticsJewellery',
    level: 'major',
    template: 'LNG气化站',
    units: [
      { name: 'LNG储罐', unitKind: 'storage', quantities: { methane: 46 }, exposedPeople: 90 },
    ],
  },
  {
    areaCode: '440307016',
    parkType: 'oldMixed',
    level: 'larger',
    template: '氧气乙炔瓶间',
    units: [
      {
        name: '乙炔瓶组',
        unitKind: 'storage',
        quantities: { acetylene: 1.4 },
        exposedPeople: 160,
      },
    ],
  },
  ...(
    [
      ['440307017', 0.82, 120],
      ['440307006', 0.9, 70],
      ['440307020', 0.95, 45],
    ] as const
  ).map(([areaCode, tonnes, exposedPeople]) => ({
    areaCode,
    parkType: 'oldMixed' as const,
    level: 'larger' as const,
    template: '氧气乙炔瓶间' as const,
    units: [
      {
        name: '乙炔瓶组',
        unitKind: 'storage' as const,
        quantities: { acetylene: tonnes },
        exposedPeople,
      },
    ],
  })),
  {
    areaCode: '440307012',
    parkType: 'printing',
    level: 'larger',
    template: '危化品仓库',
    units: [
      {
        name: '油墨溶剂库',
        unitKind: 'storage',
        quantities: { nitrocellulose: 30, ethylAcetate: 60, petrol: 20 },
        exposedPeople: 85,
      },
    ],
  },
]

/** Each pin goes to the park of its place and type with the most points of its level. */
export function placeHazardPins(plans: readonly ParkPlan[]): void {
  for (const pin of HAZARD_PINS) {
    const { areaCode, parkType, level } = pin
    const [park] = plans
      .filter((plan) => plan.areaCode.startsWith(areaCode) && plan.parkType === parkType)
      .sort((a, b) => b.levels[level] - a.levels[level])
    if (!park || park.levels[level] === 0) {
      throw new RangeError(`no ${parkType} park in ${areaCode} has a ${level} point`)
    }
    park.hazardPins.push(pin)
  }
}
