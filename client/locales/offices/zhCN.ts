export const zhCN = {
  offices: {},
}
