import type { zhCN } from './zhCN.ts'

export const en: typeof zhCN = {
  work: {
    title: 'Work',
    sections: 'Sections',
  },
}
