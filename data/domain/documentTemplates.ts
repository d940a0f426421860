import * as z from 'zod/mini'
import type { DocumentSource } from './documentFields.ts'
import type { Labels } from './locales.ts'

type ShippedTemplate = {
  labels: Labels
  /** What it can be made from. */
  sources: readonly DocumentSource[]
  /** What its numbers begin with: 应急检记〔2026〕1号. */
  numberPrefix: string
  /** Version 1; a district makes its own of it. */
  body: string
}

/**
 * The documents that an inspection leaves behind, after the forms that the ministry published for
 * 安全生产监管执法; their words are ours until the district has put its own in their place.
 */
export const DOCUMENT_TEMPLATES = {
  checkRecord: {
    labels: { 'zh-CN': '现场检查记录', en: 'Record of an inspection' },
    sources: ['check'],
    numberPrefix: '应急检记',
    body: `# 现场检查记录
> (龙岗){文书编号}
= 被检查单位:{被检查单位}
= 地址:{地址}
= 安全管理人员:{安全管理人员}  联系电话:{联系电话}
= 检查单位:{检查单位}  检查类别:{检查类别}
= 检查时间:{检查时间}
= 检查部位:{检查部位}
---
检查人员{检查人员}出示证件、说明来意后,依法对你单位进行现场检查。
## 检查情况
= {检查情况}
---
= 被检查单位意见(是否属实,有无补充):
@ 被检查单位现场负责人(签名)| 日期
@ 检查人员(签名)| 检查人员(签名)
> {检查单位}(印章)
> {出具日期}`,
  },
  rectificationOrder: {
    labels: { 'zh-CN': '责令限期整改指令书', en: 'Order to rectify' },
    sources: ['hiddenDanger', 'check'],
    numberPrefix: '应急责改',
    body: `# 责令限期整改指令书
> (龙岗){文书编号}
= {被检查单位}:
经{检查日期}检查,你单位(地址:{地址})存在下列{问题数}项问题:
= {问题清单}
现责令你单位于{整改期限}前整改完毕,达到有关法律、法规、规章和标准规定的要求,并报请复查。由此造成事故的,依法追究有关人员的责任。
整改期间,你单位应当采取措施,确保安全生产。逾期不整改或者整改不合格的,将依法处理。
不服本指令的,可以依法申请行政复议或者提起行政诉讼;复议、诉讼期间不停止执行,法律另有规定的除外。
---
= 责任单位:{责任单位}  责任人:{责任人}
@ 被检查单位现场负责人(签名)| 日期
@ 检查人员(签名)| 检查人员(签名)
> {检查单位}(印章)
> {出具日期}`,
  },
  reviewOpinion: {
    labels: { 'zh-CN': '整改复查意见书', en: 'Opinion on a re-check' },
    sources: ['hiddenDanger'],
    numberPrefix: '应急复查',
    body: `# 整改复查意见书
> (龙岗){文书编号}
= {被检查单位}:
本单位于{检查日期}发现你单位(地址:{地址})存在下列问题,已责令限期整改(原文书编号:{原文书编号}):
= {问题清单}
整改期限为{整改期限},你单位于{整改完成日期}报告整改完成。经复查,意见如下:
## 复查意见
= 复查结果:{复查结果}
= {复查意见}
---
@ 被复查单位现场负责人(签名)| 日期
@ 复查人员{复查人员}(签名)| 复查人员(签名)
> {检查单位}(印章)
> {出具日期}`,
  },
} as const satisfies Record<string, ShippedTemplate>
export type DocumentTemplateKey = keyof typeof DOCUMENT_TEMPLATES
export const DOCUMENT_TEMPLATE_ORDER = Object.keys(DOCUMENT_TEMPLATES) as [
  DocumentTemplateKey,
  ...DocumentTemplateKey[],
]
export const documentTemplateKeySchema = z.enum(DOCUMENT_TEMPLATE_ORDER)

/** The version that the product ships, in the words of the history. */
export const SHIPPED_VERSION = 1

/** Longest body of a template, in characters: some four pages. */
export const LONGEST_BODY = 8000

/** `应急检记〔2026〕1号`. */
export function documentNumber(key: DocumentTemplateKey, year: number, serial: number): string {
  return `${DOCUMENT_TEMPLATES[key].numberPrefix}〔${year}〕${serial}号`
}

/** Until the district has put its own words in their place, and as long as the data is invented. */
export const SAMPLE_NOTE = {
  'zh-CN': '不作为执法文书',
  en: 'Not a document of enforcement',
} as const satisfies Labels
