/** Words of the part `records`; they come with its script. */
export const zhCN = {
  records: {
    marker: '编辑中的位置:可拖动,或用方向键移动(按住 Shift 每次 10 像素)',
  },
}
