import type { AccidentType } from '#data/domain/accidentTypes'
import type { Labels } from '#data/domain/locales'
import { NOTICE_TEXTS } from '#data/domain/noticeCards'
import type { NoticeTexts } from '#data/domain/noticeText'

/** What the tables say of one accident type. */
export type ProposedText = { type: AccidentType; text: Labels }

/** The texts of a field for each accident type of a risk point, in the order of its record. */
export const proposedTexts = (
  types: readonly AccidentType[],
  field: keyof NoticeTexts,
): readonly ProposedText[] => types.map((type) => ({ type, text: NOTICE_TEXTS[type][field] }))
