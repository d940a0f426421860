export const zhCN = { learning: { title: '经验' } }
