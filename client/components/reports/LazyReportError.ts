import { lazyWithWords } from '../shared/lazyWithWords.ts'

/** 报错 as every card carries it; props `entity` and `code`. */
export const LazyReportError = lazyWithWords('quality', () => import('./ReportError.vue'))
