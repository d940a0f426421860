/** @param building its number in the layout, from 0 */
export function buildingCodeOf(parkCode: string, building: number): string {
  return `${parkCode}-B${String(building + 1).padStart(2, '0')}`
}
