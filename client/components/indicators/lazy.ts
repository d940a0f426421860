import { lazyWithWords } from '../shared/lazyWithWords.ts'

/** What an area is to deal with, how its parts compare and its year; props `area` and `level`. */
export const AreaIndicators = lazyWithWords('indicators', () => import('./AreaIndicators.vue'))

/** The twelve months of a park; props `area` and `park`. */
export const LazyMonths = lazyWithWords('indicators', () => import('./MonthsChart.vue'))
