import * as z from 'zod/mini'
import { areaCodeSchema, DISTRICT_CODE } from './areas.ts'
import type { Labels } from './locales.ts'

/**
 * What somebody may do. `databaseRole` is the PostgreSQL role of the transaction: a district-wide
 * reader has a policy that is plainly true, because row security keeps non-leakproof functions
 * (&&, ILIKE) from using an index.
 */
export const ROLES = {
  districtViewer: {
    databaseRole: 'longgang_district',
    labels: { 'zh-CN': '区级查看', en: 'District viewer' },
  },
  areaViewer: {
    databaseRole: 'longgang_area',
    labels: { 'zh-CN': '辖区查看', en: 'Area viewer' },
  },
} as const satisfies Record<string, { databaseRole: string; labels: Labels }>

export type Role = keyof typeof ROLES
export const roleSchema = z.enum(['districtViewer', 'areaViewer'])

/** Somebody who asks: who, as what, and for which area and all below it. */
export const actorSchema = z.object({ name: z.string(), role: roleSchema, scope: areaCodeSchema })
export type Actor = z.infer<typeof actorSchema>

/** Everybody, until sign-in exists: may read the whole district and write nothing. */
export const DISTRICT_VIEWER: Actor = {
  name: 'anonymous',
  role: 'districtViewer',
  scope: DISTRICT_CODE,
}
