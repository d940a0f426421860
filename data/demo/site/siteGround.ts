import type { RiskLevel } from '../../domain/riskLevels.ts'
import type { Tenant } from '../createEnterprises.ts'
import type { Building } from '../layOutPark.ts'
import type { Frame, Vector } from '../plane.ts'
import type { SitePlan } from './sitePlan.ts'
import type { SiteUnits } from './units.ts'

/** All that the features of one site follow from. */
export type SiteGround = {
  parkCode: string
  /** Digits of the number in a code: two, and three where one of a kind may have more. */
  digits: { few: number; many: number }
  ring: readonly Vector[]
  frame: Frame
  plan: SitePlan
  buildings: readonly Building[]
  tenants: readonly Tenant[]
  units: SiteUnits
  /** The highest level among the risk points in each building. */
  levels: readonly (RiskLevel | null)[]
  /** Members; null where there is no station. */
  stationStaff: number | null
  brigade: number | null
  /** What the store of dangerous goods holds. */
  storeRemark: string
}
