import type { AccidentType } from './accidentTypes.ts'
import type { Labels } from './locales.ts'
import { say, type NoticeTexts } from './noticeText.ts'
import { FIRE_TEXTS } from './noticeTextsOfFires.ts'

/**
 * Texts of the 岗位风险告知卡 by the accident types of GB 6441-2025. No source fixes them: they are
 * 建议值, marked so on paper, and the enterprise confirms them before it hangs the card up. The six
 * fields are those of 安委办〔2016〕11号 §二(四).
 */
export const NOTICE_TEXTS: Readonly<Record<AccidentType, NoticeTexts>> = {
  ...FIRE_TEXTS,
  物体打击: say(
    [
      '物料堆放超高、不稳;防护网、挡脚板缺失;未戴安全帽',
      'Unstable stacks; missing nets or toe boards; no helmet',
    ],
    ['砸伤、骨折,重者死亡', 'Bruises, fractures, death'],
    [
      '停止作业,移开险物;止血包扎,骨折固定后再搬动;拨打 120',
      'Stop work, clear the object; stop bleeding, splint before moving; call 120',
    ],
  ),
  '厂(场)内车辆致害': say(
    [
      '人车未分流;超速、无证驾驶;制动、灯光、倒车警示失效',
      'People and vehicles not apart; speeding, no licence; brakes, lights or alarm failed',
    ],
    ['碾压、碰撞致伤致残,重者死亡', 'Crushing and collision injuries, death'],
    [
      '立即停车断电,设警戒;不随意移动伤员;拨打 120,保护现场',
      'Stop and switch off, cordon; do not move the injured; call 120, keep the scene',
    ],
  ),
  '道路(轨道)车辆致害': say(
    [
      '出入口视距不足;标志标线缺失;车辆带病上路',
      'Poor sight at the gate; signs missing; unfit vehicles',
    ],
    ['碰撞致伤致残,重者死亡', 'Collision injuries, death'],
    [
      '开启警示灯,放置警示牌,人员撤到路外;拨打 122、120',
      'Hazard lights, warning sign, leave the road; call 122 and 120',
    ],
  ),
  机械致害: say(
    [
      '防护罩、联锁、光电保护缺失或停用;检修未断电上锁挂牌',
      'Guards, interlocks or light curtains missing; no lock-out during repair',
    ],
    ['夹伤、绞伤、断指断肢,重者死亡', 'Crushed or severed fingers and limbs, death'],
    [
      '按急停断电;不强拉肢体;止血,断指干燥冷藏随送;拨打 120',
      'Emergency stop; do not pull; stop bleeding, keep severed parts dry and cool; call 120',
    ],
  ),
  起重致害: say(
    [
      '吊具索具磨损;限位失效;吊物下站人;无证指挥',
      'Worn slings; limit switch failed; people under loads; no licensed signaller',
    ],
    ['吊物坠落砸伤,重者死亡', 'Struck by falling loads, death'],
    [
      '停止起吊,放稳吊物,清场警戒;伤者固定后搬运;拨打 120',
      'Stop, set the load down, clear the area; splint before moving; call 120',
    ],
  ),
  触电: say(
    [
      '线路老化、私拉乱接;漏电保护、接地失效;带电作业无监护',
      'Old or improvised wiring; no leakage protection or earthing; live work unattended',
    ],
    ['电击、电弧灼伤,重者心搏骤停死亡', 'Shock, arc burns, cardiac arrest, death'],
    [
      '先断电或用绝缘物挑开电线;无呼吸心跳立即心肺复苏、用 AED;拨打 120',
      'Cut the power first; without breath or pulse start CPR and use an AED; call 120',
    ],
  ),
  淹溺: say(
    ['池口无盖板、护栏;临水作业未穿救生衣', 'Pits without covers or rails; no life vest'],
    ['溺水窒息,重者死亡', 'Drowning, death'],
    [
      '抛救生圈、杆具施救,不盲目下水;清口鼻、心肺复苏;拨打 120',
      'Throw a ring or reach with a pole, do not jump in; clear the airway, CPR; call 120',
    ],
  ),
  灼烫: say(
    [
      '高温、酸碱设备防护缺失;洗眼器失效;未穿防护服',
      'Hot or corrosive equipment unguarded; eyewash failed; no protective clothing',
    ],
    ['烫伤、化学灼伤、失明', 'Burns, chemical burns, loss of sight'],
    [
      '流动清水冲洗 15 分钟以上;不撕粘连衣物;眼部翻睑冲洗后送医',
      'Rinse with running water for 15 minutes and more; leave stuck clothes; rinse eyes, see a doctor',
    ],
  ),
  高处坠落: say(
    [
      '临边洞口无防护;未系安全带;梯架不稳;未审批',
      'Unprotected edges; no harness; unstable ladders; no permit',
    ],
    ['骨折、颅脑脊柱损伤,重者死亡', 'Fractures, head and spine injuries, death'],
    [
      '不随意搬动,固定颈椎脊柱;止血保温;拨打 120',
      'Do not move, fix neck and spine; stop bleeding, keep warm; call 120',
    ],
  ),
  跌落: say(
    ['地面湿滑、不平;沟坑无盖;照明不足', 'Slippery or uneven floors; open pits; poor light'],
    ['扭伤、骨折', 'Sprains, fractures'],
    [
      '停止活动,冷敷固定;疑有骨折不搬动;拨打 120',
      'Rest, cool and splint; do not move with a fracture; call 120',
    ],
  ),
  坍塌: say(
    [
      '堆垛超高偏载;擅改承重结构;支护不足',
      'Overloaded stacks; altered load-bearing parts; poor shoring',
    ],
    ['掩埋、挤压伤,群死群伤', 'Burial, crush injuries, many casualties'],
    [
      '全员撤离清点人数;警戒防二次坍塌;专业救援,拨打 119、120',
      'Evacuate and count; cordon against a second collapse; professional rescue, call 119 and 120',
    ],
  ),
  水害: say(
    [
      '排水不畅、挡水设施缺失;地下室配电未抬高',
      'Poor drainage, no flood barriers; low-lying switchgear',
    ],
    ['淹没、触电、被困', 'Flooding, shock, trapped people'],
    [
      '断电,撤离地下空间;启用挡水、排水;拨打 119',
      'Cut the power, leave basements; barriers and pumps; call 119',
    ],
  ),
  中毒: say(
    [
      '有毒气体泄漏;检测报警、排风失效;未佩戴防护',
      'Toxic leak; alarm or exhaust failed; no protection',
    ],
    [
      '急性中毒、肺水肿,重者死亡,可波及周边',
      'Acute poisoning, lung oedema, death, neighbours affected',
    ],
    [
      '侧风或上风向撤离;佩戴空气呼吸器方可施救;移至新鲜空气处,冲洗;拨打 120、119',
      'Leave across or against the wind; rescue with breathing apparatus only; fresh air, rinse; call 120 and 119',
    ],
  ),
  窒息: say(
    [
      '有限空间未审批、未通风检测;无人监护',
      'Confined space without permit, ventilation, test or watch',
    ],
    ['缺氧昏迷、死亡,盲目施救致伤亡扩大', 'Unconsciousness, death, more by blind rescue'],
    [
      '禁止盲目下池;强制通风,佩戴空气呼吸器、系绳施救;心肺复苏;拨打 119、120',
      'Do not go in blind; ventilate, breathing apparatus and line; CPR; call 119 and 120',
    ],
  ),
  滑坡: say(
    [
      '边坡开裂、排水不畅;坡脚堆载开挖',
      'Cracked slope, poor drainage; load or digging at its foot',
    ],
    ['掩埋人员、建筑', 'People and buildings buried'],
    ['向两侧撤离,清点人数;警戒监测;拨打 119', 'Leave sideways, count; cordon and watch; call 119'],
  ),
  其他: say(
    ['管理制度、防护、培训不到位', 'Rules, protection or training missing'],
    ['人员伤害、财产损失', 'Injury, loss'],
    ['停止作业,撤离险区;救护伤员;拨打 120', 'Stop, leave; help the injured; call 120'],
  ),
}

/** Numbers that answer everywhere: 安全生产举报, fire and rescue, ambulance. */
export const HOTLINES = {
  safety: { number: '12350', labels: { 'zh-CN': '安全生产举报', en: 'Work-safety hotline' } },
  fire: { number: '119', labels: { 'zh-CN': '火警、救援', en: 'Fire and rescue' } },
  ambulance: { number: '120', labels: { 'zh-CN': '医疗急救', en: 'Ambulance' } },
} as const satisfies Record<string, { number: string; labels: Labels }>
