import type { ParkFeatureKind, SiteGroup } from '#data/domain/parkFeatures'
import { RISK_LEVELS, type RiskLevel } from '#data/domain/riskLevels'

/** Ink of letters and lines: 15:1 on white, at least 4.9:1 on each of the four fills below. */
export const INK = '#10202f'

/**
 * The pure four colours for what is filled (letters in ink are read on them), and their deeper
 * shades for outlines. Paper is white whatever the theme.
 */
export const PAPER_LEVELS = Object.fromEntries(
  Object.entries(RISK_LEVELS).map(([level, { colours }]) => [
    level,
    { fill: colours.dark, line: colours.light },
  ]),
) as Record<RiskLevel, { fill: string; line: string }>
/** A building or unit without a risk point. */
export const NO_LEVEL = { fill: '#f3f6f8', line: '#7d8fa1' } as const
export const paperLevel = (level: RiskLevel | null) => (level ? PAPER_LEVELS[level] : NO_LEVEL)

type Sign = { sign: string; shape: 'circle' | 'square' | 'hexagon' }

/** The character that stands for a thing on the sheet; what is drawn to scale has none. */
export const PLAN_SIGNS = {
  building: null,
  unit: null,
  gate: { sign: '门', shape: 'square' },
  road: null,
  fireLane: null,
  hydrant: { sign: '栓', shape: 'circle' },
  microFireStation: { sign: '站', shape: 'circle' },
  volunteerBrigade: { sign: '队', shape: 'circle' },
  assemblyPoint: { sign: '集', shape: 'square' },
  evacuationRoute: null,
  gasIsolationPoint: { sign: '气', shape: 'hexagon' },
  powerIsolationPoint: { sign: '电', shape: 'hexagon' },
  dangerousGoodsStore: { sign: '危', shape: 'hexagon' },
  camera: null,
  alarm: null,
  riskNoticeBoard: { sign: '告', shape: 'square' },
} as const satisfies Record<ParkFeatureKind, Sign | null>

/** None of the four level colours: fire fighting dark, evacuation the green of GB 2894 signs. */
export const GROUP_COLOURS = {
  buildings: INK,
  access: '#45596d',
  fire: '#6b1a5a',
  evacuation: '#067a48',
  isolation: '#4b2f8f',
  watch: '#0b7285',
} as const satisfies Record<SiteGroup, string>
