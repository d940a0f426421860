export const zhCN = {
  work: {
    title: '工作台',
    sections: '工作台栏目',
  },
}
