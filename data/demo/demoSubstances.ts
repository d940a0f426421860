import { findSubstances } from '../grading/substances.ts'

/** What the demo's hazard sources hold: the CAS number and the words on its label. */
const SUBSTANCES = {
  ammonia: { cas: '7664-41-7', name: '氨' },
  methane: { cas: '74-82-8', name: '甲烷(天然气)' },
  petroleumGas: { cas: '68476-85-7', name: '液化石油气' },
  acetylene: { cas: '74-86-2', name: '乙炔' },
  oxygen: { cas: '7782-44-7', name: '氧(压缩)' },
  petrol: { cas: '86290-81-5', name: '汽油' },
  methanol: { cas: '67-56-1', name: '甲醇' },
  ethanol: { cas: '64-17-5', name: '乙醇' },
  acetone: { cas: '67-64-1', name: '丙酮' },
  toluene: { cas: '108-88-3', name: '甲苯' },
  ethylAcetate: { cas: '141-78-6', name: '乙酸乙酯' },
  nitrocellulose: { cas: '9004-70-0', name: '硝化纤维素(溶液)', form: '溶液' },
  dimethylCarbonate: { cas: '616-38-6', name: '碳酸二甲酯(电解液)' },
} as const satisfies Record<string, { cas: string; name: string; form?: string }>

export type SubstanceKey = keyof typeof SUBSTANCES

/**
 * A substance of the demo with its critical quantity, β and the form these belong to.
 * @throws RangeError when the table of substances has no such row.
 */
export function demoSubstance(key: SubstanceKey) {
  const { cas, name, form = '' }: { cas: string; name: string; form?: string } = SUBSTANCES[key]
  const row = findSubstances(cas).find((substance) => (substance.form ?? '').startsWith(form))
  if (!row) throw new RangeError(`${name} is not in the table of substances`)
  const { criticalTonnes, beta } = row
  return { cas, name, form: row.form ?? null, criticalTonnes, beta }
}
