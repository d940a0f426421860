import { createRouter, createWebHistory } from 'vue-router'
import ChunkError from './components/shared/ChunkError.vue'
import { overviewAddress } from './composables/overviewAddress.ts'
import { loadMessages } from './i18n.ts'
import type { MessagePart } from './locales/parts.ts'
import OverviewView from './views/OverviewView.vue'

/** A page of its own script and words; where they do not come, it says so. */
const page =
  <View>(part: MessagePart | MessagePart[], view: () => Promise<View>) =>
  async () => {
    try {
      const [loaded] = await Promise.all([view(), ...[part].flat().map(loadMessages)])
      return loaded
    } catch {
      return ChunkError
    }
  }

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'overview', component: OverviewView },
    {
      path: '/work/:section?',
      name: 'work',
      component: page('work', () => import('./views/WorkView.vue')),
    },
    {
      path: '/quality',
      name: 'quality',
      component: page('quality', () => import('./views/QualityView.vue')),
    },
    {
      path: '/knowledge',
      name: 'knowledge',
      component: page('grading', () => import('./views/KnowledgeView.vue')),
    },
    { path: '/compare', component: page('comparison', () => import('./views/CompareView.vue')) },
    {
      path: '/print/document',
      name: 'print',
      component: page('offices', () => import('./views/PrintView.vue')),
    },
    {
      path: '/print/around',
      name: 'printAround',
      component: page('around', () => import('./views/AroundPrintView.vue')),
    },
    { path: '/print/plan', component: page('plan', () => import('./views/PlanPrintView.vue')) },
    {
      path: '/print/notice-card',
      component: page(['notice', 'plan'], () => import('./views/NoticeCardView.vue')),
    },
    {
      path: '/print/notice-board',
      component: page(['notice', 'plan'], () => import('./views/NoticeBoardView.vue')),
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

router.afterEach(({ name, fullPath }) => {
  if (name === 'overview') overviewAddress.value = fullPath
})
