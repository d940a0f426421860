/** Words of through time. */
export const zhCN = {
  time: {
    label: '时间回看',
  },
}
