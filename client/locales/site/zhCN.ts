export const zhCN = { site: { title: '场地' } }
