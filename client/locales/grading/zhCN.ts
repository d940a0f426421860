/** Words of the part `grading`; they come with its script. */
export const zhCN = {
  grading: {
    sections: '章节',
    section: {
      grading: '分级计算',
      'major-hazard': '重大危险源辨识',
      consequences: '事故后果估算',
      'accident-types': '事故类型',
      industries: '行业',
      substances: '物质与临界量',
      clauses: '条款与标准',
    },
    calculatorLead: '供演算,不保存;给风险点定级请在风险点卡片上编辑。',
    method: '分级方法',
    short: { LEC: 'LEC', LS: '风险矩阵 LS' },
    proposed: '建议值',
    choose: '请选择',
    factor: {
      l: '可能性',
      e: '暴露频繁程度',
      c: '后果严重程度',
      likelihood: '可能性',
      severity: '严重性',
    },
    matrix: '5×5 风险矩阵,点选一格',
    bands: '分级界限',
    version: '方法版本 {version}',
    incomplete: { LEC: '选定 L、E、C 后给出等级。', LS: '在矩阵中点选一格后给出等级。' },
    unlisted: '{symbol} = {value} 不在取值表中,请改选表中的值。',
    notInTable: '不在现行取值表中',
    override: '人工定为{level},理由:',
  },
}
