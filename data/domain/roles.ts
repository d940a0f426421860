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
  districtAdministrator: {
    databaseRole: 'longgang_administrator',
    labels: { 'zh-CN': '区级管理员', en: 'District administrator' },
  },
} as const satisfies Record<string, { databaseRole: string; labels: Labels }>

export type Role = keyof typeof ROLES
export const roleSchema = z.enum(['districtViewer', 'areaViewer', 'districtAdministrator'])

/** Somebody who asks: who, as what, and for which area and all below it. */
export const actorSchema = z.object({ name: z.string(), role: roleSchema, scope: areaCodeSchema })
export type Actor = z.infer<typeof actorSchema>

/** Everybody who reads, until sign-in exists: the whole district, and nothing is written. */
export const DISTRICT_VIEWER: Actor = {
  name: 'anonymous',
  role: 'districtViewer',
  scope: DISTRICT_CODE,
}

/**
 * Who writes until sign-in exists; the server lets nobody else, and lets this one only while it
 * listens on loopback.
 */
export const DEMO_ADMINISTRATOR: Actor = {
  name: '演示管理员',
  role: 'districtAdministrator',
  scope: DISTRICT_CODE,
}
