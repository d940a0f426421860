import type { zhCN } from './zhCN.ts'

export const en: typeof zhCN = {
  records: {
    marker: 'Position being edited: drag it, or use the arrow keys (Shift: 10 pixels a step)',
  },
}
