/** Words of the shell of the work page; each section brings its own. */
export const zhCN = {
  work: {
    title: '工作台',
    sections: '工作台栏目',
    register: '检查登记',
    noWriter: '本服务器未开放写入,只能查看',
    form: {
      save: '保存',
      cancel: '取消',
      restored: '已恢复未提交的内容。',
      discard: '放弃并重填',
      meanwhile: '您填写期间,他人已办理下列步骤。您填的内容都还在,请核对后再保存。',
      impossible: '现在不能再办这一步。您填的内容保留在本页,可抄录后取消。',
    },
  },
}
