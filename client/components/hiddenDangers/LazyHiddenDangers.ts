import { lazyWithWords } from '../shared/lazyWithWords.ts'

/** 隐患 as the cards of the map carry it: script and words come with the card. */
export const LazyHiddenDangers = lazyWithWords(
  'hiddenDangers',
  () => import('./HiddenDangersBlock.vue'),
)
