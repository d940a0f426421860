import type { ParkFeatureKind } from '#data/domain/parkFeatures'
import type { RiskLevel } from '#data/domain/riskLevels'
import type { Millimetres, PaperBox, PlanFrame } from './planFrame.ts'

/** A line of a label; the one with a level has its mark before the words. */
export type LabelLine = { text: string; bold?: boolean; level?: RiskLevel }
export type PlanLabel = {
  code: string
  /** Middle of the upper edge. */
  at: Millimetres
  size: number
  lines: readonly LabelLine[]
  box: PaperBox
}

export type PlanArea = {
  code: string
  path: string
  level: RiskLevel | null
  /** A building that does not reach the floor of the sheet is drawn as an outline only. */
  absent: boolean
}
/** A centre line, as broad on paper as it is on the ground. */
export type PlanLine = { code: string; kind: ParkFeatureKind; path: string; width: number }
/** A sign, and where the thing stands when the sign had to make way. */
export type PlanGlyph = {
  code: string
  kind: ParkFeatureKind
  at: Millimetres
  from: Millimetres
}
export type PlanMark = {
  code: string
  level: RiskLevel
  at: Millimetres
  majorHazardGrade: number | null
}
export type PlanTag = {
  code: string
  text: string
  level: RiskLevel
  at: Millimetres
  width: number
  from: Millimetres
}

/** All that a plan shows, in millimetres of the sheet. */
export type PlanDrawing = {
  frame: PlanFrame
  box: PaperBox
  outline: string
  lines: readonly PlanLine[]
  buildings: readonly PlanArea[]
  units: readonly PlanArea[]
  stores: readonly { code: string; path: string }[]
  glyphs: readonly PlanGlyph[]
  marks: readonly PlanMark[]
  tags: readonly PlanTag[]
  labels: readonly PlanLabel[]
  /** A round number of metres, and how long it is on paper. */
  bar: { metres: number; millimetres: number }
  /** Risk points registered so far away that they lie off the sheet. */
  outside: number
}

/** What the labels of a plan say, in the reader's language. */
export type PlanWords = {
  building: (code: string) => readonly LabelLine[]
  unit: (code: string) => readonly LabelLine[]
  /** Of a 重大危险源: after its number. */
  majorHazard: (grade: number) => string
}

/** Sides of marks, signs and numbers in millimetres. */
export const MARK = { grave: 3.6, small: 2.1, glyph: 3.6, tag: 3.2 } as const

export const TAG_SIZE = 2.5
