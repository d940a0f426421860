/** Words of the part `records`; they come with its script. */
export const zhCN = {
  records: {},
}
