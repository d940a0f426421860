import type { UnitKind } from '../domain/hazardSources.ts'
import type { SubstanceKey } from './demoSubstances.ts'
import type { TemplateName } from './riskPointTemplates.ts'

export type HazardTemplate = {
  name: string
  unitKind: UnitKind
  /** Least and most tonnes of each listed substance; none for a machine, a height, a voltage. */
  quantities: Partial<Record<SubstanceKey, readonly [number, number]>>
}

const storage = (name: string, quantities: HazardTemplate['quantities']): HazardTemplate => ({
  name,
  unitKind: 'storage',
  quantities,
})
const production = (name: string, quantities: HazardTemplate['quantities']): HazardTemplate => ({
  name,
  unitKind: 'production',
  quantities,
})
const machine = (name: string): HazardTemplate => ({ name, unitKind: 'none', quantities: {} })

/**
 * The hazard sources that a risk point of each template can have, the first one first. Quantities
 * are everyday ones: every S stays below 0.8 but for the pinned units (CONTENT.md 4.3).
 */
export const HAZARD_TEMPLATES: Record<TemplateName, readonly HazardTemplate[]> = {
  铝镁抛光除尘: [machine('铝镁粉尘除尘器'), machine('抛光机')],
  氨机房储氨器: [
    storage('储氨器', { ammonia: [2, 6.5] }),
    production('低压循环桶', { ammonia: [0.8, 3] }),
  ],
  速冻作业间: [production('速冻机液氨管路', { ammonia: [0.3, 1.2] })],
  化成老化间: [machine('化成柜'), machine('老化架')],
  LNG气化站: [storage('LNG储罐', { methane: [8, 20] }), machine('气化器')],
  木工砂光除尘: [machine('木粉尘除尘器'), machine('砂光机')],
  喷漆调漆间: [
    production('调漆间溶剂', { toluene: [0.1, 0.6], ethylAcetate: [0.1, 0.5] }),
    machine('喷漆室'),
  ],
  电解液中间仓: [storage('电解液桶', { dimethylCarbonate: [2, 18] })],
  注液间: [production('注液机电解液', { dimethylCarbonate: [0.2, 1.5] })],
  电池成品库: [machine('成品电池')],
  污水池清淤: [machine('污水池')],
  氧气乙炔瓶间: [
    storage('乙炔瓶组', { acetylene: [0.04, 0.3] }),
    storage('氧气瓶组', { oxygen: [0.2, 1.5] }),
  ],
  溶剂清洗: [production('清洗溶剂', { acetone: [0.05, 0.4], ethanol: [0.1, 0.8] })],
  氨冷凝管道: [production('冷凝器及管道', { ammonia: [0.2, 1.5] })],
  铝压铸熔炼炉: [machine('熔炼炉'), production('燃气管道', { methane: [0.01, 0.05] })],
  危化品仓库: [
    storage('溶剂库', { toluene: [1, 8], ethylAcetate: [1, 6], ethanol: [1, 5] }),
    storage('油品柜', { petrol: [0.2, 2] }),
  ],
  冲压作业: [machine('冲床')],
  注塑合模: [machine('注塑机')],
  叉车通道: [machine('叉车')],
  行车吊装: [machine('起重机')],
  电镀酸槽: [machine('酸洗电镀槽')],
  配电房: [machine('配电柜')],
  蒸汽锅炉: [machine('蒸汽锅炉'), production('燃气管道', { methane: [0.01, 0.06] })],
  储气罐: [machine('压缩空气储罐')],
  屋面维修: [machine('轻质屋面')],
  动火作业: [machine('焊接设备')],
  电动车充电棚: [machine('充电设施')],
  员工宿舍: [machine('宿舍用电')],
  食堂燃气间: [storage('液化石油气瓶组', { petroleumGas: [0.1, 0.5] })],
  货梯平台: [machine('货梯')],
  高位货架: [machine('高位货架')],
  手持电动工具: [machine('手持电动工具')],
  装配流水线: [machine('流水线传动')],
  打包堆码: [machine('打包机')],
  办公用电: [machine('办公电器')],
  实验试剂柜: [storage('实验试剂', { ethanol: [0.01, 0.06], acetone: [0.01, 0.04] })],
  装卸月台: [machine('升降平台')],
  UPS电池间: [machine('UPS蓄电池')],
  道路井盖: [machine('检查井')],
  垃圾转运点: [machine('可燃垃圾')],
}
