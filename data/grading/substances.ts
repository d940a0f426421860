import { HAZARD_CLASSES, type HazardClass } from './hazardClasses.ts'

export type Substance = {
  cas: string
  /** Chinese name, unique; says the form where a CAS number has several rows. */
  name: string
  english: string
  /** What the row is limited to: a strength, a moisture, a state. */
  form?: string
  /** Critical quantity Q. */
  criticalTonnes: number
  beta: number
  /** Where β comes from: the name (table 3) or a hazard class (table 4). */
  betaBasis: 'name' | HazardClass
  /** Whether table 1 lists the substance, or only its hazard class (table 2) counts. */
  basis: 'name' | 'class'
  /** Medium where the hazard class behind β is not certain: the strictest that fits was taken. */
  confidence: 'high' | 'medium'
}

/** β of the toxic gases that GB 18218-2018 table 3 names, by CAS number. */
const BETA_BY_NAME: Readonly<Record<string, number>> = {
  '630-08-0': 2,
  '7446-09-5': 2,
  '7664-41-7': 2,
  '75-21-8': 2,
  '7647-01-0': 3,
  '74-83-9': 3,
  '7782-50-5': 4,
  '7783-06-4': 5,
  '7664-39-3': 5,
  '10102-44-0': 10,
  '74-90-8': 10,
  '75-44-5': 20,
  '7803-51-2': 20,
  '624-83-9': 20,
}

type Options = Pick<Partial<Substance>, 'form' | 'confidence'>

/** A row of table 1. */
function listed(
  cas: string,
  name: string,
  english: string,
  criticalTonnes: number,
  betaBasis: 'name' | HazardClass,
  { form, confidence = 'high' }: Options = {},
): Substance {
  const beta = betaBasis === 'name' ? BETA_BY_NAME[cas]! : HAZARD_CLASSES[betaBasis].beta
  const limited = form === undefined ? { name } : { name: `${name}(${form})`, form }
  return {
    cas,
    ...limited,
    english,
    criticalTonnes,
    beta,
    betaBasis,
    basis: 'name',
    confidence,
  }
}

/** What table 1 does not list and whose class is known. */
function classed(cas: string, name: string, english: string, hazardClass: HazardClass): Substance {
  const { criticalTonnes, beta } = HAZARD_CLASSES[hazardClass]
  return {
    cas,
    name,
    english,
    criticalTonnes,
    beta,
    betaBasis: hazardClass,
    basis: 'class',
    confidence: 'high',
  }
}

const nitrocellulose = (form: string, criticalTonnes: number, betaBasis: HazardClass) =>
  listed('9004-70-0', '硝化纤维素', 'Nitrocellulose', criticalTonnes, betaBasis, { form })
const ammoniumNitrate = (form: string, criticalTonnes: number, betaBasis: HazardClass) =>
  listed('6484-52-2', '硝酸铵', 'Ammonium nitrate', criticalTonnes, betaBasis, { form })

/** The class is not certain; of those that fit the one with the largest β. */
const STRICTEST = { confidence: 'medium' } as const

/**
 * GB 18218-2018 table 1, in its order, and substances counted by their class. The values come from
 * copies of the standard that agree with one another, with every CAS number's check digit verified;
 * they must be checked against print before use. The hazard class behind β of table 4 is ours, from
 * the classification of the substance. Three rows of table 1 have no CAS number of their own:
 * - 煤气 (CO, and mixtures of CO, H₂ and CH₄) stands under carbon monoxide, whose β table 3 names;
 * - 硝酸铵肥料 is a form of ammonium nitrate;
 * - 烷基铝 is represented by three trialkylaluminiums in common use.
 */
export const SUBSTANCES: readonly Substance[] = [
  listed('7664-41-7', '氨', 'Ammonia', 10, 'name'),
  listed('7783-41-7', '二氟化氧', 'Oxygen difluoride', 1, 'J1', STRICTEST),
  listed('10102-44-0', '二氧化氮', 'Nitrogen dioxide', 1, 'name'),
  listed('7446-09-5', '二氧化硫', 'Sulphur dioxide', 20, 'name'),
  listed('7782-41-4', '氟', 'Fluorine', 1, 'J1', STRICTEST),
  listed('75-44-5', '光气', 'Phosgene', 0.3, 'name'),
  listed('75-21-8', '环氧乙烷', 'Ethylene oxide', 10, 'name'),
  listed('50-00-0', '甲醛', 'Formaldehyde', 5, 'J3', { form: '含量>90%', ...STRICTEST }),
  listed('7803-51-2', '磷化氢', 'Phosphine', 1, 'name'),
  listed('7783-06-4', '硫化氢', 'Hydrogen sulphide', 5, 'name'),
  listed('7647-01-0', '氯化氢', 'Hydrogen chloride', 20, 'name', { form: '无水' }),
  listed('7782-50-5', '氯', 'Chlorine', 5, 'name'),
  listed('630-08-0', '煤气', 'Coal gas (carbon monoxide)', 20, 'name', {
    form: '一氧化碳,一氧化碳和氢、甲烷的混合物等',
  }),
  listed('7784-42-1', '砷化氢', 'Arsine', 1, 'J1', STRICTEST),
  listed('7803-52-3', '锑化氢', 'Stibine', 1, 'J1', STRICTEST),
  listed('7783-07-5', '硒化氢', 'Hydrogen selenide', 1, 'J1', STRICTEST),
  listed('74-83-9', '溴甲烷', 'Bromomethane', 10, 'name'),
  listed('75-86-5', '丙酮氰醇', 'Acetone cyanohydrin', 20, 'J2'),
  listed('107-02-8', '丙烯醛', 'Acrolein', 20, 'J2'),
  listed('7664-39-3', '氟化氢', 'Hydrogen fluoride', 1, 'name'),
  listed('106-89-8', '环氧氯丙烷', 'Epichlorohydrin', 20, 'W5.4'),
  listed('3132-64-7', '环氧溴丙烷', 'Epibromohydrin', 20, 'W5.4'),
  listed('26471-62-5', '甲苯二异氰酸酯', 'Toluene diisocyanate', 100, 'J5'),
  listed('10025-67-9', '一氯化硫', 'Disulphur dichloride', 1, 'J5'),
  listed('74-90-8', '氰化氢', 'Hydrogen cyanide', 1, 'name'),
  listed('7446-11-9', '三氧化硫', 'Sulphur trioxide', 75, 'J5'),
  listed('107-11-9', '烯丙胺', 'Allylamine', 20, 'J2'),
  listed('7726-95-6', '溴', 'Bromine', 20, 'J5'),
  listed('151-56-4', '乙撑亚胺', 'Ethyleneimine', 20, 'J2'),
  listed('624-83-9', '异氰酸甲酯', 'Methyl isocyanate', 0.75, 'name'),
  listed('18810-58-7', '叠氮化钡', 'Barium azide', 0.5, 'W1.1'),
  listed('13424-46-9', '叠氮化铅', 'Lead azide', 0.5, 'W1.1'),
  listed('628-86-4', '雷汞', 'Mercury fulminate', 0.5, 'W1.1'),
  listed('28653-16-9', '三硝基苯甲醚', 'Trinitroanisole', 5, 'W1.1'),
  listed('118-96-7', '三硝基甲苯', 'Trinitrotoluene (TNT)', 5, 'W1.1'),
  listed('55-63-0', '硝化甘油', 'Nitroglycerine', 1, 'W1.1'),
  nitrocellulose('干的或含水、乙醇<25%', 1, 'W1.1'),
  nitrocellulose('未改型的,或增塑剂<18%', 1, 'W1.1'),
  nitrocellulose('含乙醇≥25%', 10, 'W1.2'),
  nitrocellulose('含氮≤12.6%', 50, 'W10'),
  nitrocellulose('含水≥25%', 50, 'W10'),
  nitrocellulose('溶液,含氮≤12.6%,含硝化纤维素≤55%', 50, 'W5.3'),
  ammoniumNitrate('含可燃物>0.2%', 5, 'W1.1'),
  ammoniumNitrate('含可燃物≤0.2%', 50, 'W9.2'),
  ammoniumNitrate('肥料,含可燃物≤0.4%', 200, 'W9.2'),
  listed('7757-79-1', '硝酸钾', 'Potassium nitrate', 1000, 'W9.2'),
  listed('106-99-0', '1,3-丁二烯', '1,3-Butadiene', 5, 'W2'),
  listed('115-10-6', '二甲醚', 'Dimethyl ether', 50, 'W2'),
  listed('74-82-8', '甲烷', 'Methane', 50, 'W2'),
  listed('8006-14-2', '天然气', 'Natural gas', 50, 'W2'),
  listed('75-01-4', '氯乙烯', 'Vinyl chloride', 50, 'W2'),
  listed('1333-74-0', '氢', 'Hydrogen', 5, 'W2'),
  listed('68476-85-7', '液化石油气', 'Liquefied petroleum gas', 50, 'W2'),
  listed('74-98-6', '丙烷', 'Propane', 50, 'W2'),
  listed('106-97-8', '丁烷', 'Butane', 50, 'W2'),
  listed('74-89-5', '一甲胺', 'Methylamine', 5, 'W2'),
  listed('74-86-2', '乙炔', 'Acetylene', 1, 'W2'),
  listed('74-85-1', '乙烯', 'Ethylene', 50, 'W2'),
  listed('7782-44-7', '氧', 'Oxygen', 200, 'W4', { form: '压缩的或液化的' }),
  listed('71-43-2', '苯', 'Benzene', 50, 'W5.3'),
  listed('100-42-5', '苯乙烯', 'Styrene', 500, 'W5.4'),
  listed('67-64-1', '丙酮', 'Acetone', 500, 'W5.3'),
  listed('107-13-1', '丙烯腈', 'Acrylonitrile', 50, 'W5.3'),
  listed('75-15-0', '二硫化碳', 'Carbon disulphide', 50, 'W5.3'),
  listed('110-82-7', '环己烷', 'Cyclohexane', 500, 'W5.3'),
  listed('75-56-9', '环氧丙烷', 'Propylene oxide', 10, 'W5.1'),
  listed('108-88-3', '甲苯', 'Toluene', 500, 'W5.3'),
  listed('67-56-1', '甲醇', 'Methanol', 500, 'W5.3'),
  listed('86290-81-5', '汽油', 'Petrol', 200, 'W5.3'),
  listed('64-17-5', '乙醇', 'Ethanol', 500, 'W5.3'),
  listed('60-29-7', '乙醚', 'Diethyl ether', 10, 'W5.1'),
  listed('141-78-6', '乙酸乙酯', 'Ethyl acetate', 500, 'W5.3'),
  listed('110-54-3', '正己烷', 'n-Hexane', 500, 'W5.3'),
  listed('79-21-0', '过乙酸', 'Peracetic acid', 10, 'W7.2'),
  listed('1338-23-4', '过氧化甲乙酮', 'Methyl ethyl ketone peroxide', 10, 'W7.1', {
    form: '10%<有效氧≤10.7%,含A型稀释剂≥48%',
  }),
  listed('12185-10-3', '白磷', 'White phosphorus', 50, 'W8'),
  listed('97-93-8', '三乙基铝', 'Triethylaluminium', 1, 'W8'),
  listed('75-24-1', '三甲基铝', 'Trimethylaluminium', 1, 'W8'),
  listed('100-99-2', '三异丁基铝', 'Triisobutylaluminium', 1, 'W8'),
  listed('19624-22-7', '戊硼烷', 'Pentaborane', 1, 'W8'),
  listed('17014-71-0', '过氧化钾', 'Potassium peroxide', 20, 'W9.1'),
  listed('1313-60-6', '过氧化钠', 'Sodium peroxide', 20, 'W9.1'),
  listed('3811-04-9', '氯酸钾', 'Potassium chlorate', 100, 'W9.1'),
  listed('7775-09-9', '氯酸钠', 'Sodium chlorate', 100, 'W9.1'),
  listed('52583-42-3', '发烟硝酸', 'Fuming nitric acid', 20, 'W9.1'),
  listed('7697-37-2', '硝酸', 'Nitric acid', 100, 'W9.2', { form: '含硝酸>70%,发红烟的除外' }),
  listed('506-93-4', '硝酸胍', 'Guanidine nitrate', 50, 'W9.2'),
  listed('75-20-7', '碳化钙', 'Calcium carbide', 100, 'W11'),
  listed('7440-09-7', '钾', 'Potassium', 1, 'W11'),
  listed('7440-23-5', '钠', 'Sodium', 10, 'W11'),
  classed('616-38-6', '碳酸二甲酯', 'Dimethyl carbonate', 'W5.3'),
]

/** Every row of a CAS number, strictest first (least Q, then greatest β); none when unknown. */
export function findSubstances(cas: string): readonly Substance[] {
  return SUBSTANCES.filter((substance) => substance.cas === cas).sort(
    (a, b) => a.criticalTonnes - b.criticalTonnes || b.beta - a.beta,
  )
}

/** What substances are called at work, by CAS number; the standard knows only the proper name. */
const COMMON_NAMES: Readonly<Record<string, readonly string[]>> = {
  '7664-41-7': ['液氨', '氨气', '氨制冷剂'],
  '7782-50-5': ['液氯', '氯气'],
  '64-17-5': ['酒精', '工业酒精'],
  '68476-85-7': ['液化气', 'LPG'],
  '74-82-8': ['天然气', 'LNG', 'CNG', '沼气'],
  '1333-74-0': ['氢气'],
  '7782-44-7': ['氧气', '液氧'],
  '74-86-2': ['电石气', '乙炔气'],
  '86290-81-5': ['92号汽油', '95号汽油'],
  '616-38-6': ['电解液', 'DMC'],
  '9004-70-0': ['硝化棉'],
}

/** Names of everyday use, so that a search finds what somebody calls it; empty where there are none. */
export function commonNamesOf(cas: string): readonly string[] {
  return COMMON_NAMES[cas] ?? []
}
