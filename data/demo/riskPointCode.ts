/** Risk points are coded through, park by park and level by level. */
export const riskPointCodeOf = (number: number): string =>
  `DEMO-R-${String(number).padStart(7, '0')}`
