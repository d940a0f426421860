import type { ChangeKind } from '../domain/changes.ts'
import type { Enterprise } from '../domain/enterprises.ts'
import type { Facility } from '../domain/facilities.ts'
import type { MultiPolygon, Polygon } from '../domain/geojson.ts'
import type { HazardSource } from '../domain/hazardSources.ts'
import type { ParkFeature, SiteGeometry } from '../domain/parkFeatures.ts'
import type { Park } from '../domain/parks.ts'
import type { RiskLevel } from '../domain/riskLevels.ts'
import type { LecInputs, RiskPoint } from '../domain/riskPoints.ts'
import type { DemoGovernance } from './governance/records.ts'
import type { TemplateName } from './riskPointTemplates.ts'

/** A community as the generator needs it: its official code, name and schematic outline. */
export type DemoCommunity = { code: string; name: string; geometry: MultiPolygon }

export type DemoOptions = {
  communities: readonly DemoCommunity[]
  /** The civil day the figures are true for, in Asia/Shanghai. */
  asOfDay: string
  seed?: number
  /** Total number of risk points; 12,480 as in the table of the demo, or more for a large set. */
  riskPoints?: number
}

export type DemoPark = Park & { geometry: Polygon }

export type DemoParkFeature = ParkFeature & { parkCode: string; geometry: SiteGeometry }

export type DemoHazardSource = HazardSource & { riskPointCode: string }

/** What a risk point was before its present version, and how it became that. */
export type DemoPastVersion = {
  riskPointCode: string
  level: RiskLevel
  gradingInputs: LecInputs
  score: number
  /** When the present version began, with offset. */
  changedAt: string
  kind: ChangeKind
  reason: string
}

/** A request to lower a risk point that waits for the district. */
export type DemoDowngrade = {
  riskPointCode: string
  level: RiskLevel
  gradingInputs: LecInputs
  score: number
  assessedOn: string
  requestedAt: string
  reason: string
}

/** What somebody reported to be wrong in a risk point. */
export type DemoReport = { riskPointCode: string; text: string; reportedAt: string }

/** A risk point of the story's own set, which every larger set has too. */
export type DemoBasePoint = {
  code: string
  template: TemplateName
  level: RiskLevel
  parkCode: string
  enterpriseCode: string | null
}

export type DemoBatch = {
  riskPoints: RiskPoint[]
  hazardSources: DemoHazardSource[]
  pastVersions: DemoPastVersion[]
  downgrades: DemoDowngrade[]
  reports: DemoReport[]
}

/** The whole fictitious district; the risk points come in batches so that a million fit in memory. */
export type DemoDistrict = {
  asOfDay: string
  parks: DemoPark[]
  parkFeatures: DemoParkFeature[]
  enterprises: Enterprise[]
  facilities: Facility[]
  riskPointCount: number
  /** The risk points of the demonstration parks without codes, in no batch. */
  sitePoints: () => RiskPoint[]
  batches: (batchSize: number) => Generator<DemoBatch>
  /** A year of checks and hidden dangers, made when it is asked for. */
  governance: () => DemoGovernance
}
