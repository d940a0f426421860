import type { HighRiskClass } from '../domain/enterprises.ts'
import type { ParkType } from '../domain/parks.ts'

/** What is done on the premises; a risk point's template names the one it needs. */
export type Activity =
  | 'polishing'
  | 'wood'
  | 'stamping'
  | 'dieCasting'
  | 'moulding'
  | 'spraying'
  | 'plating'
  | 'solvent'
  | 'gas'
  | 'assembly'
  | 'warehouse'
  | 'ammonia'
  | 'battery'
  | 'boiler'
  | 'laboratory'
  | 'office'

export type Industry = {
  /** The last part of an enterprise's name (CONTENT.md 5.1). */
  word: string
  /** Class of GB/T 4754-2017. */
  industry: string
  highRiskClass: HighRiskClass | null
  activities: readonly Activity[]
  parkTypes: Partial<Record<ParkType, number>>
}

const METAL = 'C33 金属制品业'
const PLASTICS = 'C29 橡胶和塑料制品业'
const SPECIAL = 'C35 专用设备制造业'
const ELECTRICAL = 'C38 电气机械和器材制造业'
const ELECTRONIC = 'C39 计算机、通信和其他电子设备制造业'
const FURNITURE = 'C21 家具制造业'
const WOOD = 'C20 木材加工和木、竹、藤、棕、草制品业'
const FOOD = 'C14 食品制造业'
const PRINTING = 'C23 印刷和记录媒介复制业'
const CRAFTS = 'C24 文教、工美、体育和娱乐用品制造业'
const STORAGE = 'G59 装卸搬运和仓储业'

const row = (
  word: string,
  industry: string,
  highRiskClass: HighRiskClass | null,
  activities: readonly Activity[],
  parkTypes: Partial<Record<ParkType, number>>,
): Industry => ({ word, industry, highRiskClass, activities, parkTypes })

/** CONTENT.md 5.3 and the other trades of the park types of 4.3. */
export const INDUSTRIES: readonly Industry[] = [
  row('五金抛光厂', METAL, 'dust', ['polishing', 'stamping'], {
    oldMixed: 5,
    foodOpticsJewellery: 1,
  }),
  row('铝制品厂', METAL, 'dust', ['polishing', 'stamping'], { oldMixed: 4 }),
  row('精密压铸厂', METAL, 'dust', ['polishing', 'dieCasting'], { oldMixed: 3 }),
  row('电子铝壳厂', METAL, 'dust', ['polishing', 'stamping'], { electronics: 5 }),
  row('铝木家具厂', FURNITURE, 'dust', ['polishing', 'wood', 'spraying'], { furniture: 1 }),
  row('家具厂', FURNITURE, 'dust', ['wood', 'spraying'], { furniture: 5, oldMixed: 1 }),
  row('木制品厂', WOOD, 'dust', ['wood', 'spraying'], { furniture: 4, oldMixed: 1 }),
  row('木业厂', WOOD, 'dust', ['wood'], { furniture: 2, oldMixed: 0.5 }),
  row('首饰厂', CRAFTS, 'dust', ['polishing', 'plating'], { foodOpticsJewellery: 3 }),
  row('眼镜配件厂', SPECIAL, 'dust', ['polishing', 'plating'], { foodOpticsJewellery: 4 }),

  row('冷链仓储', STORAGE, 'ammonia', ['ammonia', 'warehouse'], { coldChain: 3 }),
  row('食品速冻厂', FOOD, 'ammonia', ['ammonia', 'boiler'], {
    coldChain: 2,
    foodOpticsJewellery: 1,
  }),
  row('制冰厂', FOOD, 'ammonia', ['ammonia'], { coldChain: 1 }),

  row('锂电池厂', ELECTRICAL, 'lithiumBattery', ['battery'], { lithiumEnergy: 4 }),
  row('储能设备厂', ELECTRICAL, 'lithiumBattery', ['battery', 'assembly'], {
    lithiumEnergy: 2,
    electronics: 1,
  }),
  row('电池组装厂', ELECTRICAL, 'lithiumBattery', ['battery', 'assembly'], {
    lithiumEnergy: 2,
    electronics: 3,
  }),
  row('电池材料厂', ELECTRONIC, 'lithiumBattery', ['battery', 'solvent'], { lithiumEnergy: 2 }),

  row('机加工厂', 'C34 通用设备制造业', null, ['stamping', 'assembly', 'gas'], {
    oldMixed: 6,
    electronics: 1,
    lithiumEnergy: 1,
  }),
  row('五金冲压厂', METAL, null, ['stamping', 'gas'], { oldMixed: 5, electronics: 1 }),
  row('紧固件厂', METAL, null, ['stamping', 'plating'], { oldMixed: 2 }),
  row('五金电镀厂', METAL, null, ['plating'], { oldMixed: 1 }),
  row('喷涂厂', METAL, null, ['spraying', 'solvent'], { oldMixed: 3, furniture: 1 }),
  row('模具厂', SPECIAL, null, ['stamping', 'gas'], { oldMixed: 4, electronics: 1 }),
  row('注塑厂', PLASTICS, null, ['moulding'], { oldMixed: 5, printing: 3, electronics: 1 }),
  row('塑胶厂', PLASTICS, null, ['moulding'], { oldMixed: 4, printing: 2 }),
  row('硅胶制品厂', PLASTICS, null, ['moulding', 'solvent'], { oldMixed: 2 }),
  row('玩具厂', CRAFTS, null, ['moulding', 'assembly', 'solvent'], { oldMixed: 2 }),
  row('电线厂', ELECTRICAL, null, ['moulding', 'assembly'], { oldMixed: 2, electronics: 1 }),
  row('小家电厂', ELECTRICAL, null, ['assembly', 'moulding'], { oldMixed: 2, electronics: 3 }),
  row('工业气体站', 'F51 批发业', null, ['gas', 'warehouse'], { oldMixed: 0.1 }),
  row('物流仓储', STORAGE, null, ['warehouse'], { coldChain: 6, oldMixed: 1 }),

  row('电子厂', ELECTRONIC, null, ['assembly', 'solvent'], { electronics: 6, oldMixed: 2 }),
  row('光电厂', ELECTRONIC, null, ['assembly', 'solvent'], {
    electronics: 3,
    foodOpticsJewellery: 1,
  }),
  row('线路板厂', ELECTRONIC, null, ['plating', 'solvent'], { electronics: 2 }),
  row('连接器厂', ELECTRONIC, null, ['stamping', 'assembly'], { electronics: 3 }),
  row('电源厂', ELECTRICAL, null, ['assembly'], { electronics: 2, lithiumEnergy: 1 }),
  row('贴片加工厂', ELECTRONIC, null, ['assembly', 'solvent'], { electronics: 3 }),
  row('仪器仪表厂', 'C40 仪器仪表制造业', null, ['assembly'], { electronics: 2 }),

  row('沙发厂', FURNITURE, null, ['solvent', 'assembly'], { furniture: 3 }),
  row('家居五金厂', METAL, null, ['stamping', 'spraying', 'gas'], { furniture: 2 }),
  row('充电设备厂', ELECTRICAL, null, ['assembly'], { lithiumEnergy: 3 }),
  row('精密结构件厂', METAL, null, ['stamping', 'gas'], { lithiumEnergy: 2 }),

  row('电商仓储', STORAGE, null, ['warehouse'], { coldChain: 4 }),
  row('配送中心', STORAGE, null, ['warehouse'], { coldChain: 3 }),
  row('货运站', 'G54 道路运输业', null, ['warehouse'], { coldChain: 2 }),
  row('食品厂', FOOD, null, ['boiler', 'warehouse'], { coldChain: 2, foodOpticsJewellery: 3 }),

  row('印刷包装厂', PRINTING, null, ['solvent', 'warehouse'], { printing: 4 }),
  row('彩印厂', PRINTING, null, ['solvent'], { printing: 4 }),
  row('不干胶制品厂', PRINTING, null, ['solvent'], { printing: 2 }),
  row('纸制品厂', 'C22 造纸和纸制品业', null, ['warehouse', 'boiler'], { printing: 3 }),
  row('吸塑包装厂', PLASTICS, null, ['moulding'], { printing: 2 }),

  row('烘焙食品厂', FOOD, null, ['boiler'], { foodOpticsJewellery: 2 }),
  row('珠宝加工厂', CRAFTS, null, ['plating', 'assembly'], { foodOpticsJewellery: 2 }),
  row('光学镜片厂', 'C40 仪器仪表制造业', null, ['assembly', 'solvent'], {
    foodOpticsJewellery: 3,
    electronics: 0.5,
  }),
  row('钟表配件厂', 'C40 仪器仪表制造业', null, ['stamping', 'assembly'], {
    foodOpticsJewellery: 2,
  }),

  row('软件', 'I65 软件和信息技术服务业', null, ['office'], { research: 5, electronics: 0.3 }),
  row('工业设计', 'M74 专业技术服务业', null, ['office'], { research: 2 }),
  row('检测技术', 'M74 专业技术服务业', null, ['office', 'laboratory'], { research: 1 }),
  row('电子研发', 'M73 研究和试验发展', null, ['office', 'laboratory'], { research: 2 }),
  row('材料研发', 'M73 研究和试验发展', null, ['office', 'laboratory'], { research: 1 }),
  row('电子商务', 'F52 零售业', null, ['office', 'warehouse'], { research: 3 }),
  row('科技服务', 'M75 科技推广和应用服务业', null, ['office'], { research: 2 }),
]
