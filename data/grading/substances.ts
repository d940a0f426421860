/**
 * Substances with their critical quantity Q in tonnes and the correction β (GB 18218-2018 tables 1
 * to 4, DOMAIN.md 2.3; check against print before use). `basis` says whether the standard lists the
 * substance by name or only by its hazard class.
 */
export const SUBSTANCES = {
  ammonia: { cas: '7664-41-7', name: '氨', criticalTonnes: 10, beta: 2, basis: 'name' },
  methane: { cas: '74-82-8', name: '甲烷(天然气)', criticalTonnes: 50, beta: 1.5, basis: 'name' },
  petroleumGas: {
    cas: '68476-85-7',
    name: '液化石油气',
    criticalTonnes: 50,
    beta: 1.5,
    basis: 'name',
  },
  acetylene: { cas: '74-86-2', name: '乙炔', criticalTonnes: 1, beta: 1.5, basis: 'name' },
  oxygen: { cas: '7782-44-7', name: '氧(压缩)', criticalTonnes: 200, beta: 1, basis: 'name' },
  petrol: { cas: '86290-81-5', name: '汽油', criticalTonnes: 200, beta: 1, basis: 'name' },
  methanol: { cas: '67-56-1', name: '甲醇', criticalTonnes: 500, beta: 1, basis: 'name' },
  ethanol: { cas: '64-17-5', name: '乙醇', criticalTonnes: 500, beta: 1, basis: 'name' },
  acetone: { cas: '67-64-1', name: '丙酮', criticalTonnes: 500, beta: 1, basis: 'name' },
  toluene: { cas: '108-88-3', name: '甲苯', criticalTonnes: 500, beta: 1, basis: 'name' },
  ethylAcetate: { cas: '141-78-6', name: '乙酸乙酯', criticalTonnes: 500, beta: 1, basis: 'name' },
  nitrocellulose: {
    cas: '9004-70-0',
    name: '硝化纤维素(溶液)',
    criticalTonnes: 50,
    beta: 1,
    basis: 'name',
  },
  dimethylCarbonate: {
    cas: '616-38-6',
    name: '碳酸二甲酯(电解液)',
    criticalTonnes: 1000,
    beta: 1,
    basis: 'W5.3',
  },
} as const satisfies Record<
  string,
  { cas: string; name: string; criticalTonnes: number; beta: number; basis: 'name' | 'W5.3' }
>

export type SubstanceKey = keyof typeof SUBSTANCES
