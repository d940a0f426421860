import type { Position } from '../domain/areas.ts'
import type { BuildingUse } from '../domain/parkFeatures.ts'
import { RISK_LEVEL_ORDER, type RiskLevel } from '../domain/riskLevels.ts'
import type { ControlLevel, RiskPoint } from '../domain/riskPoints.ts'
import { lecScore } from '../grading/lec.ts'
import { LEC_THRESHOLDS } from '../grading/thresholds.ts'
import { availableTemplates, type AvailableTemplate } from './availableTemplates.ts'
import type { Tenant } from './createEnterprises.ts'
import { floorOf, locationAt } from './floorOf.ts'
import type { HazardPin } from './hazardPins.ts'
import type { ParkLayout } from './layOutPark.ts'
import type { ParkSite } from './placeParks.ts'
import type { ParkPlan } from './planParks.ts'
import { createRandom, type Random } from './random.ts'
import type { createReviewDates } from './reviewDates.ts'
import type { RiskPointTemplate, TemplateName } from './riskPointTemplates.ts'
import type { SiteUnits } from './site/units.ts'
import { spotAt, vectorOf, type Holding } from './spots.ts'
import { STREET_TABLE } from './streetTable.ts'

/** All that the risk points of a park follow from. */
export type ParkContext = {
  park: ParkPlan
  site: ParkSite
  layout: ParkLayout
  tenants: readonly Tenant[]
  /** Who uses which part of which floor; null where nobody measured. */
  units: SiteUnits | null
  seed: number
  datesFor: ReturnType<typeof createReviewDates>
}

export type DraftPoint = {
  riskPoint: RiskPoint
  template: TemplateName
  /** Its hazard source is pinned: it keeps its coordinates whatever else goes missing. */
  pin: HazardPin | null
  /** Whether the normal set has it too; only such points have hazard sources. */
  isBase: boolean
}

const CONTROL_LEVEL_OF = {
  major: 'company',
  larger: 'department',
  general: 'team',
  low: 'post',
} as const satisfies Record<RiskLevel, ControlLevel>

/** Points of the park that belong to a building of a use, where there is one. */
const HOMES: Readonly<Record<string, BuildingUse>> = {
  员工宿舍: 'dormitory',
  食堂燃气间: 'dormitory',
}

/** Share of points that score exactly as the template says. */
const USUAL_SCORE_SHARE = 0.55

/**
 * The risk points of a park by level, without codes. A longer series begins with the shorter one:
 * the large set has the same points and more.
 */
export function createRiskPoints(
  context: ParkContext,
  counts: Record<RiskLevel, number>,
): DraftPoint[] {
  const counted = new Map<string, number>()
  return RISK_LEVEL_ORDER.flatMap((level) => createLevel(context, level, counts[level], counted))
}

function createLevel(
  context: ParkContext,
  level: RiskLevel,
  count: number,
  counted: Map<string, number>,
): DraftPoint[] {
  if (count === 0) return []
  const { park, tenants, seed } = context
  const random = createRandom(seed, 'points', park.code, level)
  const available = availableTemplates(level, park, tenants)
  const weights = available.map(({ weight }) => weight)
  const pinned = park.hazardPins.flatMap((pin) => {
    const entry = available.find(({ template }) => template.name === pin.template)
    return entry ? [{ pin, entry }] : []
  })
  const base = park.levels[level]
  const overdueCount = overdueCountOf(park, level, count)
  return Array.from({ length: count }, (_, index) => {
    const drawn = available[random.weighted(weights)]!
    const entry = pinned[index]?.entry ?? drawn
    const isLate = random.next() < overdueShareOf(park, level)
    const isOverdue = overdueCount === null ? isLate : count - index <= overdueCount
    return {
      riskPoint: draw(context, level, entry, isOverdue, random, counted),
      template: entry.template.name,
      pin: pinned[index]?.pin ?? null,
      isBase: index < base,
    }
  })
}

/** 重大 and 较大: as planned, the last of the series; the other levels by the street's share. */
function overdueCountOf(park: ParkPlan, level: RiskLevel, count: number): number | null {
  if (level !== 'major' && level !== 'larger') return null
  return Math.round((park.overdue[level] * count) / park.levels[level])
}

function overdueShareOf(park: ParkPlan, level: RiskLevel): number {
  if (level === 'major' || level === 'larger' || park.isArticlePark) return 0
  return STREET_TABLE[park.streetCode].overdueShare
}

function draw(
  context: ParkContext,
  level: RiskLevel,
  { template, variants, holders }: AvailableTemplate,
  isOverdue: boolean,
  random: Random,
  counted: Map<string, number>,
): RiskPoint {
  const { park, tenants } = context
  const holder = holders.length > 0 ? random.pick(holders) : null
  const lec = random.next() < USUAL_SCORE_SHARE ? variants[0]! : random.pick(variants)
  const key = `${holder ?? 'park'}|${template.name}`
  const number = (counted.get(key) ?? 0) + 1
  counted.set(key, number)
  const place = placeOf(context, template, holder, [park.code, key, number], random)
  const needsGuarantor = level === 'major' || level === 'larger'
  return {
    code: '',
    name: number === 1 ? template.name : `${template.name} ${number}${template.counted}`,
    parkCode: park.code,
    enterpriseCode: holder === null ? null : tenants[holder]!.code,
    areaCode: park.areaCode,
    longitude: place.position[0],
    latitude: place.position[1],
    coordinateOrigin: 'generated',
    coordinateErrorMetres: random.pick([3, 5, 5, 10]),
    location: place.location,
    floor: place.floor,
    level,
    gradingMethod: 'LEC',
    gradingVersion: LEC_THRESHOLDS.version,
    gradingInputs: { ...lec },
    score: lecScore(lec),
    accidentTypes: [...template.accidentTypes],
    controlLevel: CONTROL_LEVEL_OF[level],
    responsibleDepartment: template.department,
    responsiblePerson: `演示责任人${letterAndNumber(random)}`,
    guarantor: needsGuarantor ? `演示包保人${letterAndNumber(random)}` : null,
    measures: template.measures,
    ...context.datesFor(level, isOverdue, random),
    fictitious: true,
  }
}

type Place = { position: Position; location: string; floor: number | null }

/** Where a point of a tenant, or of the park (null), is: in metres, in words, and at which floor. */
function placeOf(
  { site, layout, tenants, units }: ParkContext,
  template: RiskPointTemplate,
  holder: number | null,
  key: readonly (string | number)[],
  random: Random,
): Place {
  const tenant = holder === null ? null : tenants[holder]!
  const holding: Holding = {
    index: holder,
    tenants: tenants.length,
    leases: units && tenant && tenant.leases,
    use: HOMES[template.name] ?? null,
  }
  const spot = spotAt(layout, holding, template.outdoor ?? false, random)
  const floor = floorOf(layout, tenant, spot, template.location, units !== null, key)
  const location = locationAt(template.location, floor)
  const isInside = spot.yard === null
  const room =
    !units || !isInside || floor === null
      ? layout.buildings[spot.building]!
      : holder === null
        ? units.commonOf(spot.building)
        : units.unitOf(holder, spot.building, floor)
  const vector = vectorOf(spot, room)
  return {
    position: units ? site.frame.toSitePosition(vector) : site.frame.toPosition(vector),
    location: isInside && tenant ? `${spot.building + 1}栋 ${location}` : location,
    floor,
  }
}

function letterAndNumber(random: Random): string {
  const letter = String.fromCharCode(65 + random.integer(26))
  const number = 1 + random.integer(99)
  return number < 10 ? `${letter}0${number}` : `${letter}${number}`
}
