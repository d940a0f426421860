import { lazyWithWords } from '../shared/lazyWithWords.ts'

/** On the map: layers, floors and the tilt of the open park's site. */
export const LazySiteTools = lazyWithWords('site', () => import('./SiteTools.vue'))
/** On the card of a risk point; prop `code`. */
export const LazyNoticeCardLink = lazyWithWords('site', () => import('./NoticeCardLink.vue'))
/** In the card of a park; prop `park`: its code. */
export const LazySiteBlock = lazyWithWords('site', () => import('./SiteBlock.vue'))
/** The layers of a site with counts; prop `park`: its code. */
export const LazySiteTree = lazyWithWords('site', () => import('./SiteTree.vue'))
/** One thing of a site in the card of its park; props `park` and `code`. */
export const LazySiteFeatureCard = lazyWithWords('site', () => import('./SiteFeatureCard.vue'))
