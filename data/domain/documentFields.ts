import type { Labels } from './locales.ts'

/** What a document is made from: a visit with all it found, or one hidden danger. */
export const DOCUMENT_SOURCES = {
  check: { labels: { 'zh-CN': '检查', en: 'Check' } },
  hiddenDanger: { labels: { 'zh-CN': '隐患', en: 'Hidden danger' } },
} as const satisfies Record<string, { labels: Labels }>
export type DocumentSource = keyof typeof DOCUMENT_SOURCES

/**
 * What a template may name in braces, by the word that stands in them: {被检查单位}. What nobody
 * registered is printed as a blank to be filled in by hand.
 */
export const DOCUMENT_FIELDS = {
  文书编号: { en: 'Number of the document, given when it is issued' },
  出具日期: { en: 'Day of issue' },
  被检查单位: { en: 'Enterprise, or the park where it was visited itself' },
  园区: { en: 'Park' },
  街道: { en: 'Street' },
  社区: { en: 'Community' },
  地址: { en: 'Street, community, park, building and floor' },
  安全管理人员: { en: 'Safety officer of the enterprise' },
  联系电话: { en: 'Phone of the enterprise' },
  检查单位: { en: 'Department that checked' },
  检查人员: { en: 'Inspector' },
  检查时间: { en: 'Day and time of the check' },
  检查日期: { en: 'Day of the check, or the day it was found' },
  检查类别: { en: 'Kind of check' },
  检查部位: { en: 'Places where something was found' },
  检查情况: { en: 'Outcome of the check and what was found, line by line' },
  问题数: { en: 'Number of findings to be rectified' },
  问题清单: { en: 'Findings with basis and deadline, line by line' },
  整改期限: { en: 'Deadline, the latest of several' },
  隐患编号: { en: 'Code of the hidden danger, or codes' },
  隐患等级: { en: '一般 or 重大事故隐患' },
  责任单位: { en: 'Unit responsible for the rectification' },
  责任人: { en: 'Person responsible for the rectification' },
  整改完成日期: { en: 'Day it was reported as rectified' },
  复查人员: { en: 'Who re-checked last' },
  复查结果: { en: 'Passed, failed, or not yet' },
  复查意见: { en: 'Words of the last re-check' },
  原文书编号: { en: 'Number of the last order to rectify' },
} as const satisfies Record<string, { en: string }>
export type DocumentField = keyof typeof DOCUMENT_FIELDS
export const DOCUMENT_FIELD_ORDER = Object.keys(DOCUMENT_FIELDS) as DocumentField[]

export const isDocumentField = (word: string): word is DocumentField =>
  Object.hasOwn(DOCUMENT_FIELDS, word)

/** What each field stands for in one document; null: a blank. */
export type DocumentValues = Readonly<Record<DocumentField, string | null>>
