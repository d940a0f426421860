import { ofClause, type FindingText } from './findingTexts.ts'

/** 重大: entries 1 to 15 of CONTENT.md 5.5. Entry 1 is of the operator of a park. */
export const MAJOR_FINDINGS: readonly FindingText[] = [
  ofClause(1, 3, ['园区只收租,未对承租企业统一协调管理、未定期检查'], ['园区管理处']),
  ofClause(2, 4, ['焊工无证上岗'], ['焊接工位', '维修区'], {
    activities: ['gas'],
    points: ['动火作业', '氧气乙炔瓶间'],
  }),
  ...(
    [
      [3, '铝抛光设在砖混多层厂房', '抛光车间', ['polishing']],
      [4, '铝粉与木质粉尘共用除尘系统', '除尘间', ['polishing', 'wood']],
      [5, '干式除尘无泄爆、惰化、抑爆', '除尘间', ['polishing']],
      [6, '木质粉尘用重力沉降室', '砂光车间', ['wood']],
      [7, '木质粉尘除尘器无锁气卸灰', '砂光车间', ['wood']],
      [8, '砂光机风管无火花探测消除', '砂光车间', ['wood']],
      [9, '抛光车间积尘严重,未清理', '抛光车间', ['polishing']],
    ] as const
  ).map(([clause, words, place, activities]) =>
    ofClause(clause, 3, [words], [place], {
      highRiskClass: 'dust',
      activities,
      needsAll: true,
      points: activities[0] === 'polishing' ? ['铝镁抛光除尘'] : ['木工砂光除尘'],
    }),
  ),
  ofClause(10, 3, ['分割间空调氨直接蒸发'], ['分割间'], {
    highRiskClass: 'ammonia',
    points: ['氨冷凝管道'],
  }),
  ofClause(11, 3, ['速冻间作业12人'], ['速冻作业间'], {
    highRiskClass: 'ammonia',
    points: ['速冻作业间'],
  }),
  ofClause(12, 5, ['故障电池与成品混放,无物理隔离'], ['电池成品库'], {
    highRiskClass: 'lithiumBattery',
    points: ['电池成品库'],
  }),
  ofClause(13, 4, ['机械企业溶剂型漆喷漆室无可燃气报警'], ['喷漆室'], {
    activities: ['spraying'],
    industry: 'C33',
    points: ['喷漆调漆间'],
  }),
  ofClause(14, 4, ['清淤未审批、未检测、无监护'], ['污水站'], {
    activities: ['plating', 'boiler'],
    points: ['污水池清淤'],
  }),
  ofClause(15, 2, ['喷漆室可燃气报警器断电停用'], ['喷漆室'], {
    activities: ['spraying'],
    industry: 'C33',
    points: ['喷漆调漆间'],
  }),
]
