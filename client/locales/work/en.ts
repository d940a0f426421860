import type { zhCN } from './zhCN.ts'

export const en: typeof zhCN = {
  work: {
    title: 'Work',
    sections: 'Sections',
    register: 'Register a check',
    noWriter: 'This server takes no writes; you can only read',
  },
}
