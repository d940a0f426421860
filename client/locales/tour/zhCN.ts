export const zhCN = { tour: { title: '漫游' } }
