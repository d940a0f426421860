import type { Labels } from '../domain/locales.ts'

type HazardClassEntry = {
  labels: Labels
  /** Q in tonnes. */
  criticalTonnes: number
  beta: number
  confidence: 'high' | 'medium'
  /** What to look at before relying on the row; null where nothing is known against it. */
  note: string | null
}

const COPIES = 'Critical quantity known from copies of the standard only'

function row(
  chinese: string,
  en: string,
  criticalTonnes: number,
  beta: number,
  note: string | null = null,
): HazardClassEntry {
  const labels = { 'zh-CN': chinese, en }
  return { labels, criticalTonnes, beta, confidence: note === null ? 'high' : 'medium', note }
}

/**
 * GB 18218-2018 table 2 (critical quantity Q in tonnes of a hazard class) with the correction β of
 * table 4, for what table 1 does not list by name. To be checked against print before use.
 * `confidence` is high where two independent copies of the table agree and the project's own
 * sources state the value too; medium where only copies do, and `note` says what to look at.
 */
export const HAZARD_CLASSES = {
  'W1.1': row('爆炸物:不稳定爆炸物、1.1项', 'Explosives: unstable, division 1.1', 1, 2),
  'W1.2': row('爆炸物:1.2、1.3、1.5、1.6项', 'Explosives: divisions 1.2, 1.3, 1.5, 1.6', 10, 2),
  'W1.3': row('爆炸物:1.4项', 'Explosives: division 1.4', 50, 2),
  W2: row('易燃气体:类别1和2', 'Flammable gases: categories 1, 2', 10, 1.5),
  W3: row('气溶胶:类别1和2', 'Aerosols: categories 1, 2', 150, 1, 'Net mass counts'),
  W4: row(
    '氧化性气体:类别1',
    'Oxidising gases: category 1',
    50,
    1,
    'The edition of 2009 had 200 t; copies of the edition of 2018 agree on 50 t',
  ),
  'W5.1': row(
    '易燃液体:类别1,及工作温度高于沸点的类别2和3',
    'Flammable liquids: category 1, and 2 and 3 above their boiling point',
    10,
    1.5,
  ),
  'W5.2': row(
    '易燃液体:具有引发重大事故特殊工艺条件的类别2和3',
    'Flammable liquids: categories 2, 3 under process conditions that can cause a major accident',
    50,
    1,
  ),
  'W5.3': row('易燃液体:其他类别2', 'Flammable liquids: other category 2', 1000, 1),
  'W5.4': row('易燃液体:其他类别3', 'Flammable liquids: other category 3', 5000, 1),
  'W6.1': row('自反应物质和混合物:A型和B型', 'Self-reactive: types A, B', 10, 1.5, COPIES),
  'W6.2': row('自反应物质和混合物:C、D、E型', 'Self-reactive: types C, D, E', 50, 1, COPIES),
  'W7.1': row('有机过氧化物:A型和B型', 'Organic peroxides: types A, B', 10, 1.5, COPIES),
  'W7.2': row('有机过氧化物:C、D、E、F型', 'Organic peroxides: types C to F', 50, 1, COPIES),
  W8: row('自燃液体和自燃固体:类别1', 'Pyrophoric liquids and solids: category 1', 50, 1, COPIES),
  'W9.1': row('氧化性固体和液体:类别1', 'Oxidising solids and liquids: category 1', 50, 1, COPIES),
  'W9.2': row(
    '氧化性固体和液体:类别2和3',
    'Oxidising solids and liquids: categories 2, 3',
    200,
    1,
    COPIES,
  ),
  W10: row('易燃固体:类别1', 'Flammable solids: category 1', 200, 1),
  W11: row(
    '遇水放出易燃气体的物质和混合物:类别1和2',
    'Emit flammable gas with water: categories 1, 2',
    200,
    1,
  ),
  J1: row('急性毒性:类别1,气体', 'Acute toxicity: category 1, gases', 5, 4),
  J2: row('急性毒性:类别1,固体、液体', 'Acute toxicity: category 1, solids and liquids', 50, 1),
  J3: row('急性毒性:类别2和3,气体', 'Acute toxicity: categories 2, 3, gases', 50, 2),
  J4: row(
    '急性毒性:类别2和3,吸入途径,沸点≤35℃的液体',
    'Acute toxicity by inhalation: categories 2, 3, liquids boiling at or below 35 °C',
    50,
    2,
  ),
  J5: row(
    '急性毒性:类别2,其他液体、固体',
    'Acute toxicity: category 2, other liquids, solids',
    500,
    1,
  ),
} as const satisfies Record<string, HazardClassEntry>

export type HazardClass = keyof typeof HAZARD_CLASSES
