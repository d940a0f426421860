import type { zhCN } from './zhCN.ts'

export const en: typeof zhCN = {
  grading: {
    sections: 'Sections',
    section: {
      grading: 'Risk levels',
      'major-hazard': 'Major hazard sources',
      consequences: 'Consequences',
      'accident-types': 'Accident types',
      industries: 'Industries',
      substances: 'Substances and critical quantities',
      clauses: 'Clauses and standards',
    },
    calculatorLead: 'For working out only, nothing is stored; grade a risk point on its own card.',
    method: 'Grading method',
    short: { LEC: 'LEC', LS: 'Risk matrix LS' },
    proposed: 'proposed',
    choose: 'Choose',
    factor: {
      l: 'Likelihood',
      e: 'Exposure',
      c: 'Consequence',
      likelihood: 'Likelihood',
      severity: 'Severity',
    },
    matrix: '5×5 risk matrix, choose a cell',
    bands: 'Bands of the levels',
    version: 'Method version {version}',
    incomplete: {
      LEC: 'The level follows once L, E and C are chosen.',
      LS: 'The level follows once a cell of the matrix is chosen.',
    },
    unlisted: '{symbol} = {value} is not in the table. Choose a value of the table.',
    notInTable: 'not in the table in force',
    override: 'Set to {level} by a person, because:',
  },
}
