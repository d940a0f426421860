import type { Labels } from '#data/domain/locales'
import type { Component } from 'vue'
import type { RailKey } from '../../stores/rail.ts'
import { lazyWithWords } from '../shared/lazyWithWords.ts'
import LayersPanel from './LayersPanel.vue'

type RailTool = {
  /** Of the button. */
  labels: Labels
  /** Of the drawer. */
  title: Labels
  /** A path in a box of 20 × 20. */
  icon: string
  component: Component
}

/** What the buttons at the right edge open; all but the layers come when they are first opened. */
export const RAIL_TOOLS: Readonly<Record<RailKey, RailTool>> = {
  layers: {
    labels: { 'zh-CN': '图层与筛选', en: 'Layers and filters' },
    title: { 'zh-CN': '图层', en: 'Layers' },
    icon: 'M10 3 18 7.5 10 12 2 7.5zM2 11.5 10 16l8-4.5',
    component: LayersPanel,
  },
  analysis: {
    labels: { 'zh-CN': '热力与热点分析', en: 'Heat and hotspots' },
    title: { 'zh-CN': '分析', en: 'Analysis' },
    icon: 'M10 2.5 16.5 6.2v7.6L10 17.5l-6.5-3.7V6.2zM10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
    component: lazyWithWords('analysis', () => import('../analysis/AnalysisPanel.vue')),
  },
  around: {
    labels: { 'zh-CN': '周边、覆盖与连锁', en: 'Around here, coverage, domino' },
    title: { 'zh-CN': '周边分析', en: 'Around here' },
    icon: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 8v4M8 10h4',
    component: lazyWithWords('around', () => import('../around/AroundPanel.vue')),
  },
  time: {
    labels: { 'zh-CN': '时间回看与对比', en: 'Through time' },
    title: { 'zh-CN': '时间', en: 'Time' },
    icon: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l3 2',
    component: lazyWithWords('time', () => import('../time/TimePanel.vue')),
  },
  export: {
    labels: { 'zh-CN': '导出图片与数据', en: 'Export picture and data' },
    title: { 'zh-CN': '导出', en: 'Export' },
    icon: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3 13v4h14v-4',
    component: lazyWithWords('export', () => import('../export/ExportPanel.vue')),
  },
}
