import type { Component } from 'vue'
import type { Labels } from '#data/domain/locales'
import { lazyWithWords } from '../shared/lazyWithWords.ts'

/**
 * A section of the work page. `component` is lazy, with its own words (`lazyWithWords`), and is
 * given the area: `defineProps<{ area: string }>()`. What it needs besides stands in the address.
 */
export type WorkSection = { labels: Labels; component: Component }

/** In the order of the menu; the key is what the address has: /work/hidden-dangers. */
export const WORK_SECTIONS: Readonly<Record<string, WorkSection>> = {
  'to-do': {
    labels: { 'zh-CN': '待我办理', en: 'To do' },
    component: lazyWithWords('hiddenDangers', () => import('../hiddenDangers/TodoSection.vue')),
  },
  'hidden-dangers': {
    labels: { 'zh-CN': '隐患台账', en: 'Hidden dangers' },
    component: lazyWithWords('hiddenDangers', () => import('../hiddenDangers/LedgerSection.vue')),
  },
  checks: {
    labels: { 'zh-CN': '检查', en: 'Checks' },
    component: lazyWithWords('hiddenDangers', () => import('../checks/ChecksSection.vue')),
  },
  parks: {
    labels: { 'zh-CN': '园区档案', en: 'Park records' },
    component: lazyWithWords('parkRecords', () => import('../parkRecords/ParkRecordsSection.vue')),
  },
  campaigns: {
    labels: { 'zh-CN': '专项行动', en: 'Campaigns' },
    component: lazyWithWords('campaigns', () => import('../campaigns/CampaignsSection.vue')),
  },
  decisions: {
    labels: { 'zh-CN': '批示事项', en: 'Decisions' },
    component: lazyWithWords('indicators', () => import('../decisions/DecisionsSection.vue')),
  },
  indicators: {
    labels: { 'zh-CN': '指标与冻结', en: 'Indicators and freezes' },
    component: lazyWithWords('indicators', () => import('../indicators/IndicatorsSection.vue')),
  },
  enforcement: {
    labels: { 'zh-CN': '行政执法', en: 'Enforcement' },
    component: lazyWithWords('offices', () => import('../offices/EnforcementSection.vue')),
  },
  documents: {
    labels: { 'zh-CN': '执法文书', en: 'Documents' },
    component: lazyWithWords('offices', () => import('../offices/DocumentsSection.vue')),
  },
  accidents: {
    labels: { 'zh-CN': '事故与险情', en: 'Accidents' },
    component: lazyWithWords('offices', () => import('../offices/AccidentsSection.vue')),
  },
  'work-permits': {
    labels: { 'zh-CN': '作业报备', en: 'Dangerous work' },
    component: lazyWithWords('offices', () => import('../offices/WorkPermitsSection.vue')),
  },
  trainings: {
    labels: { 'zh-CN': '安全宣教', en: 'Trainings' },
    component: lazyWithWords('offices', () => import('../offices/TrainingsSection.vue')),
  },
  handover: {
    labels: { 'zh-CN': '人员移交', en: 'Handover' },
    component: lazyWithWords('offices', () => import('../offices/HandoverSection.vue')),
  },
}
