import type { AccidentType } from './accidentTypes.ts'
import { say, type NoticeTexts } from './noticeText.ts'

/** Fires, explosions and leaks: part of NOTICE_TEXTS, 建议值 as all of it. */
export const FIRE_TEXTS = {
  火灾: say(
    [
      '可燃物堆积;违规动火、充电;疏散通道堵塞;消防设施失效',
      'Combustibles piled up; hot work or charging against rules; exits blocked; fire equipment failed',
    ],
    [
      '烧伤、烟气中毒窒息,群死群伤,财产损失',
      'Burns, smoke poisoning, many casualties, loss of property',
    ],
    [
      '报警并拨打 119;切断电源气源;初起火灾就近扑救;湿巾捂口鼻低姿疏散到集合点',
      'Raise the alarm, call 119; cut power and gas; fight a small fire; leave low, to the assembly point',
    ],
  ),
  容器爆炸: say(
    [
      '安全阀、压力表超期;超压超温;气瓶混放、无防倾倒',
      'Safety valve or gauge out of date; over-pressure; cylinders mixed or loose',
    ],
    ['冲击波、碎片致伤亡,次生火灾', 'Blast and fragments, fire'],
    [
      '远程停机泄压,撤离警戒;冷却相邻容器;拨打 119',
      'Shut down and vent remotely, evacuate; cool neighbours; call 119',
    ],
  ),
  管道爆炸: say(
    ['管道腐蚀减薄;超压;阀门法兰泄漏', 'Corroded pipes; over-pressure; leaking valves'],
    ['冲击、灼烫伤亡,次生火灾、中毒', 'Blast, burns, fire, poisoning'],
    [
      '关断上游阀门,撤离警戒;消除火源;拨打 119',
      'Close the valve upstream, evacuate; no ignition; call 119',
    ],
  ),
  可燃气体爆炸: say(
    [
      '阀门管件泄漏;报警、联锁失效;通风不良;非防爆电气',
      'Leaking valves; alarm or interlock failed; poor ventilation; unprotected electrics',
    ],
    ['爆炸、燃烧致群死群伤,建筑损毁', 'Explosion and fire, many casualties, damage'],
    [
      '禁火花、不开关电器;关阀、通风;逆风向撤离警戒;在外拨打 119',
      'No sparks, touch no switch; close the valve, ventilate; leave upwind; call 119 from outside',
    ],
  ),
  可燃液体蒸气爆炸: say(
    [
      '溶剂敞口、超量存放;静电未导除;通风、防爆不合格',
      'Open or excess solvents; no static earthing; poor ventilation',
    ],
    ['爆燃灼伤、群死群伤', 'Flash fire, burns, many casualties'],
    [
      '停止作业、消除火源;盖桶、围堵吸附;泡沫或干粉灭火;撤离,拨打 119',
      'Stop, remove ignition; cover, contain and absorb; foam or powder; leave, call 119',
    ],
  ),
  粉尘爆炸: say(
    [
      '除尘未泄爆、隔爆;积尘未清;火花探测失效;铝镁粉遇水',
      'No venting or isolation; dust not cleaned; spark detection failed; wet metal dust',
    ],
    ['爆炸及二次爆炸,群死群伤', 'Explosion and secondary explosion, many casualties'],
    [
      '停机断电撤离;铝镁粉用干砂、D 类灭火器,禁用水;不扬尘;拨打 119',
      'Stop, cut power, leave; dry sand or class D for metal dust, no water; raise no dust; call 119',
    ],
  ),
  民用爆炸物品爆炸: say(
    ['超量存放;违规领用;静电、火源管控不严', 'Excess storage; irregular issue; static or fire'],
    ['爆炸致群死群伤', 'Explosion, many casualties'],
    [
      '撤离至安全距离,警戒;不处置残留物;拨打 110、119',
      'Leave to a safe distance, cordon; touch no remains; call 110 and 119',
    ],
  ),
  烟花爆竹爆炸: say(
    ['违规存放;与火源、易燃物混放', 'Stored against rules; near fire or combustibles'],
    ['爆炸、火灾致伤亡', 'Explosion, fire, casualties'],
    ['撤离警戒,禁止靠近;远距离喷水;拨打 119', 'Leave, keep away; water from a distance; call 119'],
  ),
  其他可燃固体爆炸: say(
    ['受热、撞击、摩擦管控不严;禁忌物混存', 'Heat, impact or friction; incompatible storage'],
    ['爆炸、火灾致伤亡', 'Explosion, fire, casualties'],
    [
      '撤离警戒,切断热源;按物料说明选灭火剂;拨打 119',
      'Leave, cut the heat; the agent of the data sheet; call 119',
    ],
  ),
  高温熔融物爆炸: say(
    [
      '炉坑、料斗积水潮湿;冷却水泄漏;炉衬破损',
      'Water in pits or charge; cooling leak; worn lining',
    ],
    ['喷溅灼烫、爆炸致伤亡', 'Splashes, burns, explosion'],
    [
      '停炉断电撤离;禁水接触熔融物;干砂围堵;灼伤清水冲洗;拨打 119、120',
      'Stop, leave; no water on the melt; dry sand; rinse burns; call 119 and 120',
    ],
  ),
  泄漏: say(
    ['阀门法兰密封失效;围堰缺失;液位报警失效', 'Failed seals; no bund; level alarm failed'],
    ['中毒、火灾爆炸、环境污染', 'Poisoning, fire, explosion, pollution'],
    [
      '关阀堵漏,消除火源;围堰截流防入雨水管;上风向撤离;拨打 119',
      'Close and plug, no ignition; contain, keep out of drains; leave upwind; call 119',
    ],
  ),
} as const satisfies Partial<Record<AccidentType, NoticeTexts>>
