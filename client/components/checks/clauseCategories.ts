import type { HiddenDangerCategory } from '#data/domain/hiddenDangers'

/** The category that a finding of the clause library belongs to: a proposal that can be changed. */
const NUMBERS: Readonly<Record<HiddenDangerCategory, readonly number[]>> = {
  fire: [16, 17, 18, 19, 20, 29],
  electrical: [21],
  management: [1, 2, 27, 28, 30],
  mechanical: [22, 23],
  chemicalsAndGas: [13, 15, 24],
  specialCampaign: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  specialEquipment: [25, 26],
  confinedSpace: [14],
}

export function categoryOfClause(clauseNumber: number): HiddenDangerCategory | null {
  const categories = Object.keys(NUMBERS) as HiddenDangerCategory[]
  return categories.find((category) => NUMBERS[category].includes(clauseNumber)) ?? null
}
