export const zhCN = { notice: { title: '告知卡' } }
