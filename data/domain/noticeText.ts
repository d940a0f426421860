import type { Labels } from './locales.ts'

/** What a notice card says of an accident type where the record of a risk point is silent. */
export type NoticeTexts = {
  /** 可能引发隐患类别 */
  hiddenDangers: Labels
  /** 事故后果 */
  consequences: Labels
  /** 应急措施 */
  emergency: Labels
}

/** The texts of one type in both languages. */
export const say = (
  hiddenDangers: readonly [string, string],
  consequences: readonly [string, string],
  emergency: readonly [string, string],
): NoticeTexts => {
  const labels = ([zh, en]: readonly [string, string]): Labels => ({ 'zh-CN': zh, en })
  return {
    hiddenDangers: labels(hiddenDangers),
    consequences: labels(consequences),
    emergency: labels(emergency),
  }
}
