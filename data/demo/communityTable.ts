import type { ParkType } from '../domain/parks.ts'

export type CommunityRow = {
  name: string
  parks: number
  larger: number
  /** One entry a 重大 point: the type of the park that has it. */
  major?: readonly ParkType[]
  /** Points whose review is overdue, among the 重大 and among the 较大. */
  overdueMajor?: number
  overdueLarger?: number
}

/**
 * The 67 communities with parks; the other 44 have none. Larger communities carry more, so that the
 * measure V falls into the classes 0 | 1–3 | 4–8 | 9–15 | ≥16 as 54/17/17/12/11 of 111 communities
 * (CONTENT.md 3.2), red points lie in 18 of them (4.2), and reviews are overdue above all in 横岗
 * (10 of 57) and 坪地 (12 of 75): 82 % and 84 % in time as in 4.2; in 宝龙 none.
 */
const COMMUNITY_TABLE = {
  // 平湖
  '440307003008': { name: '白坭坑', parks: 9, larger: 26, major: ['coldChain', 'lithiumEnergy'] },
  '440307003009': { name: '辅城坳', parks: 7, larger: 20, major: ['coldChain'] },
  '440307003005': { name: '山厦', parks: 6, larger: 12, major: ['printing'] },
  '440307003010': { name: '上木古', parks: 5, larger: 8, major: ['coldChain'], overdueLarger: 1 },
  '440307003006': { name: '鹅公岭', parks: 4, larger: 7 },
  '440307003004': { name: '新木', parks: 3, larger: 4 },
  '440307003013': { name: '禾花', parks: 3, larger: 3 },
  '440307003014': { name: '力昌', parks: 2, larger: 1 },
  '440307003002': { name: '良安田', parks: 1, larger: 0 },
  // 坪地
  '440307006006': {
    name: '六联',
    parks: 8,
    larger: 26,
    major: ['lithiumEnergy', 'lithiumEnergy'],
    overdueMajor: 1,
    overdueLarger: 5,
  },
  '440307006009': { name: '高桥', parks: 7, larger: 21, major: ['coldChain'], overdueLarger: 3 },
  '440307006011': { name: '坪西', parks: 5, larger: 11, major: ['oldMixed'], overdueLarger: 2 },
  '440307006008': { name: '四方埔', parks: 4, larger: 7, overdueLarger: 1 },
  '440307006007': { name: '年丰', parks: 3, larger: 5 },
  '440307006010': { name: '坪东', parks: 1, larger: 1 },
  '440307006012': { name: '中心', parks: 1, larger: 0 },
  // 南湾
  '440307012003': {
    name: '上李朗',
    parks: 8,
    larger: 16,
    major: ['coldChain', 'printing'],
    overdueLarger: 1,
  },
  '440307012004': { name: '下李朗', parks: 6, larger: 12, overdueLarger: 1 },
  '440307012016': { name: '吉厦', parks: 5, larger: 10, overdueLarger: 1 },
  '440307012014': { name: '丹竹头', parks: 4, larger: 8 },
  '440307012012': { name: '康乐', parks: 3, larger: 4, overdueLarger: 1 },
  '440307012019': { name: '丹平', parks: 3, larger: 2 },
  '440307012011': { name: '宝岭', parks: 3, larger: 2 },
  '440307012015': { name: '南岭村', parks: 1, larger: 0 },
  // 坂田
  '440307013002': {
    name: '岗头',
    parks: 9,
    larger: 12,
    major: ['lithiumEnergy'],
    overdueLarger: 1,
  },
  '440307013023': { name: '新雪', parks: 8, larger: 12, overdueLarger: 1 },
  '440307013022': { name: '象角塘', parks: 5, larger: 8 },
  '440307013015': { name: '杨美', parks: 4, larger: 6 },
  '440307013020': { name: '南坑', parks: 4, larger: 3 },
  '440307013007': { name: '马安堂', parks: 3, larger: 1 },
  '440307013008': { name: '五和', parks: 1, larger: 0 },
  // 布吉
  '440307014026': { name: '木棉湾', parks: 2, larger: 2 },
  '440307014021': { name: '大芬', parks: 2, larger: 1 },
  '440307014016': { name: '金排', parks: 1, larger: 0 },
  // 龙城
  '440307015001': { name: '爱联', parks: 4, larger: 5 },
  '440307015004': { name: '回龙埔', parks: 3, larger: 2 },
  '440307015020': { name: '嶂背', parks: 2, larger: 2 },
  '440307015019': { name: '新联', parks: 2, larger: 1 },
  '440307015011': { name: '黄阁坑', parks: 2, larger: 0 },
  '440307015008': { name: '盛平', parks: 1, larger: 0 },
  // 龙岗
  '440307016016': { name: '龙西', parks: 7, larger: 12, major: ['furniture'], overdueLarger: 1 },
  '440307016017': { name: '五联', parks: 6, larger: 11, overdueLarger: 1 },
  '440307016001': { name: '新生', parks: 4, larger: 7 },
  '440307016006': { name: '南联', parks: 3, larger: 4 },
  '440307016002': { name: '龙岗', parks: 1, larger: 1 },
  // 横岗
  '440307017003': {
    name: '四联',
    parks: 9,
    larger: 19,
    major: ['furniture', 'foodOpticsJewellery'],
    overdueMajor: 1,
    overdueLarger: 4,
  },
  '440307017017': { name: '六约南', parks: 8, larger: 14, major: ['oldMixed'], overdueLarger: 3 },
  '440307017016': { name: '六约北', parks: 5, larger: 10, overdueLarger: 2 },
  '440307017018': { name: '塘坑', parks: 4, larger: 7 },
  '440307017001': { name: '松柏', parks: 3, larger: 4 },
  '440307017013': { name: '华乐', parks: 1, larger: 0 },
  // 吉华
  '440307018003': {
    name: '甘坑',
    parks: 4,
    larger: 5,
    major: ['foodOpticsJewellery'],
    overdueLarger: 1,
  },
  '440307018004': { name: '三联', parks: 4, larger: 6 },
  '440307018001': { name: '丽湖', parks: 2, larger: 3 },
  '440307018005': { name: '光华', parks: 2, larger: 1 },
  '440307018006': { name: '水径', parks: 1, larger: 0 },
  // 宝龙
  '440307019003': {
    name: '宝龙',
    parks: 11,
    larger: 37,
    major: ['lithiumEnergy', 'lithiumEnergy'],
  },
  '440307019002': { name: '同乐', parks: 8, larger: 25, major: ['lithiumEnergy', 'electronics'] },
  '440307019001': { name: '南约', parks: 5, larger: 15, major: ['lithiumEnergy'] },
  '440307019005': { name: '龙东', parks: 3, larger: 5 },
  '440307019007': { name: '同德', parks: 2, larger: 1 },
  '440307019004': { name: '龙新', parks: 1, larger: 0 },
  // 园山
  '440307020001': {
    name: '保安',
    parks: 8,
    larger: 20,
    major: ['furniture', 'furniture'],
    overdueLarger: 1,
  },
  '440307020006': { name: '荷坳', parks: 6, larger: 13, overdueLarger: 1 },
  '440307020003': { name: '安良', parks: 6, larger: 9, major: ['oldMixed'], overdueLarger: 1 },
  '440307020004': { name: '大康', parks: 5, larger: 7 },
  '440307020002': { name: '西坑', parks: 2, larger: 2 },
} as const satisfies Record<string, CommunityRow>

export const COMMUNITY_ROWS: readonly (CommunityRow & { code: string; streetCode: string })[] =
  Object.entries<CommunityRow>(COMMUNITY_TABLE).map(([code, row]) => ({
    ...row,
    code,
    streetCode: code.slice(0, 9),
  }))
