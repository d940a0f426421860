import type { ParkType } from '../domain/parks.ts'
import type { StreetCode } from './streetTable.ts'

/**
 * The park that the article of 2018 names: a real name, so everything under it stays harmless (only
 * 一般 and 低 points, nothing overdue, coded enterprises; CONTENT.md 4.2).
 */
export const ARTICLE_PARK = {
  name: '东海科技工业园',
  streetCode: '440307020',
  areaCode: '440307020004',
  parkType: 'electronics',
} as const satisfies { name: string; streetCode: StreetCode; areaCode: string; parkType: ParkType }

export type NamedPark = {
  name: string
  streetCode: StreetCode
  parkType: ParkType
  demonstration?: true
}

/** CONTENT.md 5.2; the type follows from the name. */
export const NAMED_PARKS = [
  { name: '砚塱智造园', streetCode: '440307003', parkType: 'electronics', demonstration: true },
  { name: '稔坳第二工业区', streetCode: '440307003', parkType: 'oldMixed' },
  { name: '岚埔物流园', streetCode: '440307003', parkType: 'coldChain' },
  { name: '石磜冷链产业园', streetCode: '440307003', parkType: 'coldChain' },
  {
    name: '汀埔新能源产业园',
    streetCode: '440307006',
    parkType: 'lithiumEnergy',
    demonstration: true,
  },
  { name: '禾嶂工业城', streetCode: '440307006', parkType: 'oldMixed' },
  { name: '樟磜工业区', streetCode: '440307006', parkType: 'oldMixed' },
  { name: '澄坜科技园', streetCode: '440307012', parkType: 'electronics', demonstration: true },
  { name: '石墩第一工业区', streetCode: '440307012', parkType: 'oldMixed' },
  { name: '莲磜印务产业园', streetCode: '440307012', parkType: 'printing' },
  { name: '榕嶂科创园', streetCode: '440307013', parkType: 'research', demonstration: true },
  { name: '云砚智能产业园', streetCode: '440307013', parkType: 'electronics' },
  { name: '汀磡工业区', streetCode: '440307013', parkType: 'oldMixed' },
  { name: '砚径创意园', streetCode: '440307014', parkType: 'research', demonstration: true },
  { name: '岚嶂软件园', streetCode: '440307015', parkType: 'research', demonstration: true },
  { name: '禾塱电商产业园', streetCode: '440307015', parkType: 'research' },
  { name: '墩埔工业城', streetCode: '440307016', parkType: 'oldMixed', demonstration: true },
  { name: '稔窝第三工业区', streetCode: '440307016', parkType: 'oldMixed' },
  { name: '榕塱工业园', streetCode: '440307016', parkType: 'oldMixed' },
  {
    name: '樟窝光学产业园',
    streetCode: '440307017',
    parkType: 'foodOpticsJewellery',
    demonstration: true,
  },
  { name: '石坜五金工业园', streetCode: '440307017', parkType: 'oldMixed' },
  { name: '莲墩家具产业园', streetCode: '440307017', parkType: 'furniture' },
  { name: '汀径都市产业园', streetCode: '440307018', parkType: 'electronics', demonstration: true },
  { name: '榕坜工业区', streetCode: '440307018', parkType: 'oldMixed' },
  {
    name: '澄嶂新能源产业基地',
    streetCode: '440307019',
    parkType: 'lithiumEnergy',
    demonstration: true,
  },
  { name: '岚坜电子科技园', streetCode: '440307019', parkType: 'electronics' },
  { name: '砚埔精密制造园', streetCode: '440307019', parkType: 'electronics' },
  { name: '禾坳精密制造园', streetCode: '440307020', parkType: 'electronics' },
  { name: '稔磡工业区', streetCode: '440307020', parkType: 'oldMixed' },
  { name: '石砚家居产业园', streetCode: '440307020', parkType: 'furniture' },
] as const satisfies readonly NamedPark[]
