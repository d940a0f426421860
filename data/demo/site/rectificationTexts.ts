import type { AcceptanceAspect } from '../../domain/acceptance.ts'
import type { ParkFeatureKind } from '../../domain/parkFeatures.ts'
import type { ParkType, ProblemTag } from '../../domain/parks.ts'

/** What the texts tell of the park, in its own numbers. */
export type SiteFigures = {
  enterprises: number
  buildings: number
  hydrants: number
  laneMetres: number
  assemblyCapacity: number
  stationStaff: number
  boards: number
  cutOffs: number
  /** Least net width of its fire lanes, in metres. */
  laneWidth: number
}

export type RectificationTemplate = {
  /** A few words for a caption. */
  title: string
  tag: ProblemTag | null
  aspect: AcceptanceAspect
  problem: (figures: SiteFigures) => string
  measure: (figures: SiteFigures) => string
  result: (figures: SiteFigures) => string
  /** Least and most, in thousands of yuan. */
  cost: readonly [least: number, most: number]
  days: readonly [least: number, most: number]
  feature: ParkFeatureKind | null
  copyNote: string | null
  types?: readonly ParkType[]
  /** Left out under the one real name. */
  grave?: true
}

const DUSTY: readonly ParkType[] = ['oldMixed', 'foodOpticsJewellery']

/** 建议值 throughout: believable sizes for a park of 6 to 10 ha, from no real one. */
export const RECTIFICATION_TEMPLATES: readonly RectificationTemplate[] = [
  {
    title: '统一安全管理',
    tag: 'rentOnly',
    aspect: 'tenants',
    problem: ({ enterprises }) =>
      `园区只收租不管理,${enterprises}家承租企业中部分未签安全管理协议,二手房东底数不清。`,
    measure: ({ enterprises }) =>
      `逐户核对租赁关系,与${enterprises}家企业签订安全管理协议,建立一企一档,二手房东纳入统一管理。`,
    result: ({ enterprises }) => `${enterprises}家企业协议签订率100%,每月统一检查一次并留存记录。`,
    cost: [30, 80],
    days: [18, 32],
    feature: null,
    copyNote: '先理清产权人、运营方、二手房东三层关系再签协议;主要是人力投入,约1个月可完成。',
  },
  {
    title: '打通消防车通道',
    tag: 'disorder',
    aspect: 'site',
    problem: () => '消防车通道被货物、货车和临时棚占用,局部净宽不足3 m,不能环通。',
    measure: ({ laneMetres, laneWidth }) =>
      `拆除占道临时棚,划线禁停,修通消防车通道${laneMetres} m,净宽不小于${laneWidth} m、净高不小于4 m。`,
    result: () => '消防车可环绕全园,通行实测未受阻;货车改在指定泊位装卸。',
    cost: [180, 520],
    days: [25, 44],
    feature: 'fireLane',
    copyNote: '须先安排货车泊位,再拆棚划线;拆棚前与承租企业协商补偿,建议在淡季施工。',
  },
  {
    title: '补齐室外消火栓',
    tag: 'disorder',
    aspect: 'site',
    problem: () => '室外消火栓数量不足、间距过大,部分被绿化和杂物遮挡,水压未测试。',
    measure: ({ hydrants }) =>
      `沿消防车通道补设、迁移,现有室外消火栓${hydrants}个,间距不大于120 m,统一编号并测压。`,
    result: ({ hydrants }) => `${hydrants}个消火栓全部出水,每栋建筑均在150 m保护半径内。`,
    cost: [120, 360],
    days: [20, 40],
    feature: 'hydrant',
    copyNote: '先测市政管网压力再定点位;可与道路修缮同步开挖,节省约三成费用(建议值)。',
  },
  {
    title: '组建安全管理机构',
    tag: 'threeNone',
    aspect: 'management',
    problem: () => '无安全管理机构、无专职人员、无安全管理制度,隐患无人牵头处理。',
    measure: () => '发文成立安全管理办公室,配备专职安全主任,建立责任制、检查、培训等制度。',
    result: () => '机构、人员、制度齐备,责任书逐级签订,例会每月召开。',
    cost: [60, 180],
    days: [15, 28],
    feature: null,
    copyNote: '业主发文并明确经费即可起步;专职人员按园区规模配2至5名,先配人再定制度。',
  },
  {
    title: '全员安全培训',
    tag: 'threeMissing',
    aspect: 'management',
    problem: () => '安全意识、责任、管理缺失,企业负责人和新员工培训记录不全。',
    measure: ({ enterprises }) =>
      `分批组织${enterprises}家企业负责人和安全员培训考核,新员工入园先培训后上岗。`,
    result: ({ enterprises }) =>
      `${enterprises}家企业负责人和安全员全部考核合格,培训台账按月核对。`,
    cost: [20, 60],
    days: [14, 30],
    feature: null,
    copyNote: '可由街道和行业协会送课上门;按行业分班,每班不超过50人,两周可轮训一遍。',
  },
  {
    title: '外包作业归口管理',
    tag: 'contractOnly',
    aspect: 'dangerousWork',
    problem: () => '外包施工只发包不管理,动火、登高和有限空间作业未审批、无监护。',
    measure: () => '外包单位入园登记,危险作业由园区统一审批,作业现场设监护人并拍照留存。',
    result: () => '危险作业审批率100%,未审批不得开工;外包单位黑名单定期公示。',
    cost: [15, 50],
    days: [12, 24],
    feature: null,
    copyNote: '一张作业票、一名监护人、一次班前交底;无须设备投入,关键在门岗核票。',
  },
  {
    title: '建成微型消防站',
    tag: null,
    aspect: 'emergency',
    problem: () => '无固定值守的应急队伍,器材分散,夜间到场时间超过3分钟。',
    measure: ({ stationStaff }) =>
      `在大门旁设微型消防站,编配${stationStaff}人,配齐水带、水枪、灭火器和对讲机,24小时值班。`,
    result: () => '三分钟到场拉动测试按期开展,义务消防队每季度联合演练。',
    cost: [90, 240],
    days: [20, 38],
    feature: 'microFireStation',
    copyNote: '选在大门和主干道旁,不少于6人;器材一次配齐,人员可由安保队员兼任并持证。',
  },
  {
    title: '划定疏散集合点',
    tag: 'disorder',
    aspect: 'emergency',
    problem: () => '空地堆放货物,无疏散集合点,各栋疏散方向不明。',
    measure: ({ assemblyCapacity, buildings }) =>
      `清空场地设疏散集合点,可容约${assemblyCapacity}人,为${buildings}栋建筑逐栋绘制疏散路线并上墙。`,
    result: () => '全园疏散演练已开展,各栋按路线到达集合点清点人数。',
    cost: [25, 90],
    days: [10, 22],
    feature: 'assemblyPoint',
    copyNote: '先清空地再画路线;按每人1 m²估算容量(建议值),路线不得穿越建筑和卸货区。',
  },
  {
    title: '增设切断点标识',
    tag: null,
    aspect: 'site',
    problem: () => '燃气阀门和总电源开关位置无标识,发生险情时找不到、关不到。',
    measure: ({ cutOffs }) => `逐栋核查并标识燃气、电源切断点${cutOffs}处,编号上图,明确操作人。`,
    result: ({ cutOffs }) => `${cutOffs}处切断点均已挂牌上图,演练中值班员能按编号找到并操作。`,
    cost: [8, 30],
    days: [7, 15],
    feature: 'powerIsolationPoint',
    copyNote: '请供电、燃气单位到场确认后再挂牌;费用低,一周左右可完成,建议最先做。',
  },
  {
    title: '设风险公告栏',
    tag: 'threeMissing',
    aspect: 'tenants',
    problem: () => '风险点未辨识公示,员工不知道本岗位有什么风险、怎么处置。',
    measure: ({ boards }) =>
      `组织全园风险辨识评估,绘制四色图,设风险公告栏${boards}块,岗位张贴风险告知卡。`,
    result: () => '较大以上风险点全部公示责任人和管控措施,变更后及时更新。',
    cost: [30, 90],
    days: [15, 30],
    feature: 'riskNoticeBoard',
    copyNote: '先评估后上墙;由企业自评、园区复核,公告栏放在大门和有较大风险的楼栋入口。',
  },
  {
    title: '危险化学品集中存放',
    tag: null,
    aspect: 'site',
    problem: () => '各企业溶剂、稀释剂等分散存放在车间,超量且与火源间距不足。',
    measure: () => '建独立危险化学品仓库,企业限量领用,入库出库登记,装设可燃气体报警和防爆电器。',
    result: () => '车间只留当班用量,仓库距各栋不小于12 m,每日巡查两次。',
    cost: [380, 980],
    days: [38, 56],
    feature: 'dangerousGoodsStore',
    copyNote: '须先取得规划、消防手续并留足防火间距;由多家企业分摊费用,按领用量结算。',
    grave: true,
  },
  {
    title: '粉尘治理',
    tag: null,
    aspect: 'dangerousWork',
    problem: () => '打磨抛光工位除尘管道积尘,清灰无记录,除尘器设在室内。',
    measure: () => '改为湿式除尘并移至室外,每班清灰登记,锁气卸灰,电气设备按粉尘防爆要求更换。',
    result: () => '积尘抽查合格,除尘系统运行参数每班记录,涉粉作业人数按限员牌控制。',
    cost: [260, 720],
    days: [30, 50],
    feature: 'building',
    copyNote: '先停产清灰再改造;除尘器应委托有资质单位设计,铝镁粉尘与木粉尘不得共用系统。',
    types: DUSTY,
    grave: true,
  },
  {
    title: '锂电池分区存放',
    tag: null,
    aspect: 'site',
    problem: () => '电池成品与待检品混放,故障电池无隔离存放处,温度无监测。',
    measure: () => '成品、待检、故障电池分区,设防火隔离柜和室外应急浸没水池,装设温度和烟感联动。',
    result: () => '故障电池当班移出厂房,温度异常自动报警并断电。',
    cost: [220, 640],
    days: [28, 46],
    feature: 'building',
    copyNote: '隔离区应靠外墙并便于转移;先分区后装监测,监测值由企业和园区值班室同时接收。',
    types: ['lithiumEnergy'],
    grave: true,
  },
  {
    title: '电动自行车集中充电',
    tag: 'disorder',
    aspect: 'site',
    problem: () => '电动自行车在楼道和车间内停放、充电,飞线较多。',
    measure: () => '在室外空地设集中充电棚,配自动断电和喷淋,禁止进楼入户,安保每日巡查。',
    result: () => '楼内停放充电已清零,夜间巡查发现即移出。',
    cost: [60, 160],
    days: [15, 30],
    feature: null,
    copyNote: '充电位数按车辆数的三成配置(建议值),收费略低于市价,先有去处再禁止。',
  },
  {
    title: '视频监控全覆盖',
    tag: 'threeNone',
    aspect: 'supervision',
    problem: () => '出入口和围墙转角无监控,占道和违规作业靠人工发现。',
    measure: () => '出入口、围墙转角和重点部位加装视频,接入园区值班室,占道抓拍后当日处置。',
    result: () => '占用消防车通道当日清走,隐患闭环时间明显缩短。',
    cost: [80, 220],
    days: [14, 28],
    feature: 'camera',
    copyNote: '优先装大门、装卸区和危险化学品仓库;与安保系统共用线路,减少重复建设。',
  },
  {
    title: '周边单位联防',
    tag: null,
    aspect: 'surroundings',
    problem: () => '与相邻园区、学校无联络机制,外部危险源未掌握。',
    measure: () => '核对周边敏感目标,与相邻园区签订联防协议,互通值班电话。',
    result: () => '联防演练一次,外部危险源列入园区应急预案。',
    cost: [5, 20],
    days: [10, 20],
    feature: null,
    copyNote: null,
  },
]
