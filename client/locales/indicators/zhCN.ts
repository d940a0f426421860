export const zhCN = {
  indicators: {},
}
