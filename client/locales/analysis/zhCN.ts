/** Words of analysis. */
export const zhCN = {
  analysis: {
    label: '分析',
  },
}
