export const zhCN = {
  parkRecords: {},
}
