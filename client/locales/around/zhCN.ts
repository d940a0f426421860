/** Words of around here. */
export const zhCN = {
  around: {
    label: '周边分析',
  },
}
