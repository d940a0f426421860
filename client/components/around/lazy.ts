import { lazyWithWords } from '../shared/lazyWithWords.ts'

/** 周边分析 on a card; prop `from` (AroundFrom): what is searched around. */
export const LazyAroundHere = lazyWithWords('around', () => import('./AroundHere.vue'))
