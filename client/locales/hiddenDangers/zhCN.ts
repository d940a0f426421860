export const zhCN = {
  hiddenDangers: {},
}
