import * as z from 'zod/mini'

/**
 * Accident types of GB 6441-2025《生产安全事故分类与编码》, in force from 2026-07-01, 27 classes.
 * The index in this list is what the columns carry; append only. English: our translation.
 */
export const ACCIDENT_TYPES = [
  { name: '物体打击', english: 'Struck by object' },
  { name: '厂(场)内车辆致害', english: 'On-site vehicle' },
  { name: '道路(轨道)车辆致害', english: 'Road or rail vehicle' },
  { name: '机械致害', english: 'Machinery' },
  { name: '起重致害', english: 'Lifting' },
  { name: '触电', english: 'Electric shock' },
  { name: '淹溺', english: 'Drowning' },
  { name: '灼烫', english: 'Burns and scalds' },
  { name: '火灾', english: 'Fire' },
  { name: '高处坠落', english: 'Fall from height' },
  { name: '跌落', english: 'Fall on or below the level' },
  { name: '坍塌', english: 'Collapse' },
  { name: '水害', english: 'Water inrush' },
  { name: '容器爆炸', english: 'Vessel explosion' },
  { name: '管道爆炸', english: 'Pipe explosion' },
  { name: '可燃气体爆炸', english: 'Combustible gas explosion' },
  { name: '可燃液体蒸气爆炸', english: 'Combustible vapour explosion' },
  { name: '粉尘爆炸', english: 'Dust explosion' },
  { name: '民用爆炸物品爆炸', english: 'Civil explosives' },
  { name: '烟花爆竹爆炸', english: 'Fireworks' },
  { name: '其他可燃固体爆炸', english: 'Other combustible solid explosion' },
  { name: '高温熔融物爆炸', english: 'Molten material explosion' },
  { name: '中毒', english: 'Poisoning' },
  { name: '窒息', english: 'Asphyxiation' },
  { name: '滑坡', english: 'Landslide' },
  { name: '泄漏', english: 'Leak' },
  { name: '其他', english: 'Other' },
] as const

export type AccidentType = (typeof ACCIDENT_TYPES)[number]['name']
export const accidentTypeSchema = z.enum(ACCIDENT_TYPES.map((type) => type.name))
