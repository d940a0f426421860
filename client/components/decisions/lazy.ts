import { lazyWithWords } from '../shared/lazyWithWords.ts'

/** 批示、转办、催办、回告 on a card; props `entity` (DecidedEntity) and `code`. */
export const LazyDecisions = lazyWithWords('indicators', () => import('./DecisionsCard.vue'))
