export const zhCN = {
  campaigns: {},
}
