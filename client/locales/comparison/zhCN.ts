/** Words of the comparison of two streets or parks. */
export const zhCN = {
  comparison: {},
}
