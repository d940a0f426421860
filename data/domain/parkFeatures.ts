import * as z from 'zod/mini'
import { positionSchema } from './areas.ts'
import { polygonSchema } from './geojson.ts'
import type { Labels } from './locales.ts'
import { recordCodeSchema } from './recordCode.ts'

/** How the layer tree of a site puts its layers together. */
export const SITE_GROUPS = {
  buildings: { labels: { 'zh-CN': '建筑与单元', en: 'Buildings and units' } },
  access: { labels: { 'zh-CN': '出入与道路', en: 'Access and roads' } },
  fire: { labels: { 'zh-CN': '消防', en: 'Fire fighting' } },
  evacuation: { labels: { 'zh-CN': '疏散', en: 'Evacuation' } },
  isolation: { labels: { 'zh-CN': '危险品与切断点', en: 'Dangerous goods and cut-offs' } },
  watch: { labels: { 'zh-CN': '监控与告知', en: 'Watching and notices' } },
} as const satisfies Record<string, { labels: Labels }>
export type SiteGroup = keyof typeof SITE_GROUPS

type Kind = {
  group: SiteGroup
  geometry: 'Point' | 'Polygon' | 'LineString'
  /** Whether it is drawn before anybody switches it. */
  visible: boolean
  labels: Labels
}

/** What a park's site consists of. Each kind is a layer of the site that can be switched on and off. */
export const PARK_FEATURE_KINDS = {
  building: {
    group: 'buildings',
    geometry: 'Polygon',
    visible: true,
    labels: { 'zh-CN': '建筑', en: 'Buildings' },
  },
  /** The part of one floor of a building that one enterprise uses. */
  unit: {
    group: 'buildings',
    geometry: 'Polygon',
    visible: true,
    labels: { 'zh-CN': '企业单元', en: 'Units' },
  },
  gate: {
    group: 'access',
    geometry: 'Point',
    visible: true,
    labels: { 'zh-CN': '出入口', en: 'Gates' },
  },
  /** Centre line; its net width and height go with it, as those of a fire lane. */
  road: {
    group: 'access',
    geometry: 'LineString',
    visible: true,
    labels: { 'zh-CN': '园区道路', en: 'Roads' },
  },
  fireLane: {
    group: 'fire',
    geometry: 'LineString',
    visible: true,
    labels: { 'zh-CN': '消防车通道', en: 'Fire lanes' },
  },
  hydrant: {
    group: 'fire',
    geometry: 'Point',
    visible: true,
    labels: { 'zh-CN': '室外消火栓', en: 'Hydrants' },
  },
  microFireStation: {
    group: 'fire',
    geometry: 'Point',
    visible: true,
    labels: { 'zh-CN': '微型消防站', en: 'Micro fire station' },
  },
  volunteerBrigade: {
    group: 'fire',
    geometry: 'Point',
    visible: true,
    labels: { 'zh-CN': '义务消防队', en: 'Volunteer brigade' },
  },
  assemblyPoint: {
    group: 'evacuation',
    geometry: 'Point',
    visible: true,
    labels: { 'zh-CN': '疏散集合点', en: 'Assembly points' },
  },
  evacuationRoute: {
    group: 'evacuation',
    geometry: 'LineString',
    visible: false,
    labels: { 'zh-CN': '疏散路线', en: 'Evacuation routes' },
  },
  gasIsolationPoint: {
    group: 'isolation',
    geometry: 'Point',
    visible: false,
    labels: { 'zh-CN': '燃气切断点', en: 'Gas cut-offs' },
  },
  powerIsolationPoint: {
    group: 'isolation',
    geometry: 'Point',
    visible: false,
    labels: { 'zh-CN': '电源切断点', en: 'Power cut-offs' },
  },
  dangerousGoodsStore: {
    group: 'isolation',
    geometry: 'Polygon',
    visible: true,
    labels: { 'zh-CN': '危险化学品仓库', en: 'Dangerous-goods stores' },
  },
  camera: {
    group: 'watch',
    geometry: 'Point',
    visible: false,
    labels: { 'zh-CN': '视频监控', en: 'Cameras' },
  },
  alarm: {
    group: 'watch',
    geometry: 'Point',
    visible: false,
    labels: { 'zh-CN': '火灾与气体报警', en: 'Fire and gas alarms' },
  },
  riskNoticeBoard: {
    group: 'watch',
    geometry: 'Point',
    visible: true,
    labels: { 'zh-CN': '风险公告栏', en: 'Risk-notice boards' },
  },
} as const satisfies Record<string, Kind>
export type ParkFeatureKind = keyof typeof PARK_FEATURE_KINDS
export const PARK_FEATURE_KIND_ORDER = Object.keys(PARK_FEATURE_KINDS) as [
  ParkFeatureKind,
  ...ParkFeatureKind[],
]
export const parkFeatureKindSchema = z.enum(PARK_FEATURE_KIND_ORDER)

export const BUILDING_USES = {
  workshop: { labels: { 'zh-CN': '厂房', en: 'Workshop' } },
  warehouse: { labels: { 'zh-CN': '仓库', en: 'Warehouse' } },
  coldStore: { labels: { 'zh-CN': '冷库', en: 'Cold store' } },
  laboratory: { labels: { 'zh-CN': '研发', en: 'Research' } },
  office: { labels: { 'zh-CN': '办公', en: 'Office' } },
  dormitory: { labels: { 'zh-CN': '宿舍', en: 'Dormitory' } },
  canteen: { labels: { 'zh-CN': '食堂', en: 'Canteen' } },
  equipment: { labels: { 'zh-CN': '设备用房', en: 'Equipment' } },
} as const satisfies Record<string, { labels: Labels }>
export type BuildingUse = keyof typeof BUILDING_USES
export const buildingUseSchema = z.enum(
  Object.keys(BUILDING_USES) as [BuildingUse, ...BuildingUse[]],
)

export const BUILDING_STRUCTURES = {
  concreteFrame: { labels: { 'zh-CN': '钢筋混凝土框架', en: 'Reinforced concrete frame' } },
  steelFrame: { labels: { 'zh-CN': '门式刚架', en: 'Steel portal frame' } },
  masonry: { labels: { 'zh-CN': '砖混', en: 'Masonry' } },
} as const satisfies Record<string, { labels: Labels }>
export type BuildingStructure = keyof typeof BUILDING_STRUCTURES
export const buildingStructureSchema = z.enum(
  Object.keys(BUILDING_STRUCTURES) as [BuildingStructure, ...BuildingStructure[]],
)

/** A floor counted from the ground, which is 1; below it -1, -2. There is none called 0. */
export const floorSchema = z.int('must be a whole number').check(
  z.minimum(-5, 'must be at least -5'),
  z.maximum(99, 'must be at most 99'),
  z.refine((floor) => floor !== 0, 'must not be 0: the ground floor is 1'),
)

export const parkFeatureCodeSchema = recordCodeSchema('the code of a site feature')

/** Degrees in WGS84/CGCS2000 with seven decimals: 1 cm. */
export const siteGeometrySchema = z.union([
  z.object({ type: z.literal('Point'), coordinates: positionSchema }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(positionSchema) }),
  polygonSchema,
])
export type SiteGeometry = z.infer<typeof siteGeometrySchema>

const metres = z.nullable(z.number().check(z.positive()))

/** What is known of a thing of the site; null where it does not apply, or nobody says. */
export const parkFeatureSchema = z.object({
  code: parkFeatureCodeSchema,
  kind: parkFeatureKindSchema,
  name: z.nullable(z.string()),
  /** The building that it stands in, and at which floor; null outside. */
  buildingCode: z.nullable(parkFeatureCodeSchema),
  floor: z.nullable(floorSchema),
  /** Of a unit: who uses it. */
  enterpriseCode: z.nullable(z.string()),
  /** Of a building. */
  floors: z.nullable(z.int().check(z.positive())),
  heightMetres: metres,
  use: z.nullable(buildingUseSchema),
  structure: z.nullable(buildingStructureSchema),
  /** People in it in the largest shift; of a dormitory, beds. */
  occupancy: z.nullable(z.int().check(z.nonnegative())),
  /** Of a road, a fire lane or a gate. */
  netWidthMetres: metres,
  netHeightMetres: metres,
  /** People: of an assembly point whom it has room for, of a station or brigade its members. */
  capacity: z.nullable(z.int().check(z.nonnegative())),
  remark: z.nullable(z.string()),
})
export type ParkFeature = z.infer<typeof parkFeatureSchema>
