/** Words of the shell of the work page; each section brings its own. */
export const zhCN = {
  work: {
    title: '工作台',
    sections: '工作台栏目',
    register: '检查登记',
    noWriter: '本服务器未开放写入,只能查看',
  },
}
