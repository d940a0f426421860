import type { RiskLevel } from '../domain/riskLevels.ts'
import type { LecInputs } from '../domain/riskPoints.ts'
import { gradeLec } from '../grading/lec.ts'
import type { Tenant } from './createEnterprises.ts'
import { lecVariants } from './lecVariants.ts'
import type { ParkPlan } from './planParks.ts'
import {
  RISK_POINT_TEMPLATES,
  type Holder,
  type RiskPointTemplate,
  type TemplateName,
} from './riskPointTemplates.ts'

/** A template that a park can have, with the tenants that can hold it (none: the park itself). */
export type AvailableTemplate = {
  template: RiskPointTemplate & { name: TemplateName }
  variants: readonly LecInputs[]
  weight: number
  holders: readonly number[]
}

const BY_LEVEL: Record<RiskLevel, AvailableTemplate[]> = {
  major: [],
  larger: [],
  general: [],
  low: [],
}
for (const template of RISK_POINT_TEMPLATES) {
  BY_LEVEL[gradeLec(template.lec).level].push({
    template,
    variants: lecVariants(template.lec),
    weight: template.weight,
    holders: [],
  })
}

/**
 * The templates of a level in a park: those that nobody there can hold are left out, and the more
 * tenants can hold one the more often it comes.
 * @throws RangeError when none is left: the margins asked for a point that the park cannot have.
 */
export function availableTemplates(
  level: RiskLevel,
  park: ParkPlan,
  tenants: readonly Tenant[],
): AvailableTemplate[] {
  const available = BY_LEVEL[level].flatMap((entry) => {
    const template: RiskPointTemplate = entry.template
    const common = template.parkTypes?.[park.parkType] ?? template.weight
    if (template.holder === 'park') return [{ ...entry, weight: common }]
    const holders = tenants.flatMap((tenant, index) =>
      canHold(tenant, template.holder) ? [index] : [],
    )
    if (holders.length === 0) return []
    const share = template.holder === 'anyEnterprise' ? 1 : holders.length / tenants.length
    return [{ ...entry, holders, weight: common * (0.3 + share) }]
  })
  if (!available.some(({ weight }) => weight > 0)) {
    throw new RangeError(`${park.code} can have no ${level} risk point`)
  }
  return available
}

function canHold({ trade, highRiskClass }: Tenant, holder: Holder): boolean {
  if (holder === 'park') return false
  if (holder === 'anyEnterprise') return true
  if ('highRiskClass' in holder && holder.highRiskClass !== highRiskClass) return false
  return holder.activity === undefined || trade.activities.includes(holder.activity)
}
