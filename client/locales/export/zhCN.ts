/** Words of export. */
export const zhCN = {
  export: {
    label: '导出',
  },
}
