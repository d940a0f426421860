import type { RiskLevel } from '#data/domain/riskLevels'
import type { Theme } from '../stores/session.ts'

/**
 * Colours of the map by theme: MapLibre cannot read CSS variables. The ramp of the measures is one
 * hue (violet) that is none of the four level colours. Level fills are chosen by eye for each
 * ground: darkening the pure colours by opacity turns yellow into olive and orange into brown.
 */
export type MapTheme = {
  ground: string
  land: string
  neighbour: string
  neighbourLine: string
  districtLine: string
  glow: string
  streetLine: string
  communityLine: string
  selected: string
  label: string
  labelSoft: string
  halo: string
  park: string
  parkLine: string
  demonstration: string
  building: string
  buildingLine: string
  hatch: string
  badge: string
  badgeText: string
  ramp: readonly [string, string, string, string, string]
  levelFill: Record<RiskLevel, string>
}

export const MAP_THEMES: Record<Theme, MapTheme> = {
  dark: {
    ground: '#0a1420',
    land: '#0e1b2a',
    neighbour: '#0c1826',
    neighbourLine: '#16283b',
    districtLine: '#5fd3e3',
    glow: '#2aa9bd',
    streetLine: '#a9c3dd',
    communityLine: '#6f8fb0',
    selected: '#e9fbff',
    label: '#f2f7fc',
    labelSoft: '#b6c7d9',
    halo: '#0a1420',
    park: '#3c5878',
    parkLine: '#8fb0d0',
    demonstration: '#4fe0c6',
    building: '#53708f',
    buildingLine: '#7c9bbb',
    hatch: '#4a6481',
    badge: '#101f30',
    badgeText: '#f2f7fc',
    ramp: ['#16283c', '#2a2f57', '#41387a', '#5d469b', '#8260c4'],
    levelFill: { major: '#a8434a', larger: '#b0713a', general: '#b8a548', low: '#3f72ad' },
  },
  light: {
    ground: '#eef2f6',
    land: '#e3e9ef',
    neighbour: '#e8edf2',
    neighbourLine: '#d5dde6',
    districtLine: '#0b5a6b',
    glow: '#8cc9d4',
    streetLine: '#5b7188',
    communityLine: '#8a9db1',
    selected: '#06303a',
    label: '#0d1c2a',
    labelSoft: '#3b4f63',
    halo: '#f6f9fb',
    park: '#c2cfdc',
    parkLine: '#5d7790',
    demonstration: '#067a65',
    building: '#a9bacb',
    buildingLine: '#7f95aa',
    hatch: '#a3b2c2',
    badge: '#ffffff',
    badgeText: '#10202f',
    ramp: ['#f2eff8', '#e0d8f0', '#c9bbe5', '#ae99d6', '#9078c4'],
    levelFill: { major: '#eea0a0', larger: '#f0bd8c', general: '#eede86', low: '#a8c9ee' },
  },
}

/**
 * Families of the reader's own system: the style names no glyph server, so MapLibre rasterises
 * every character from these.
 */
export const MAP_FONTS = [
  'Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif',
]
