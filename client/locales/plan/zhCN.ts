export const zhCN = { plan: { title: '四色图' } }
