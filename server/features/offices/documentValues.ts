import { CHECK_KINDS, CHECK_OUTCOMES } from '#data/domain/checks'
import { CLAUSES } from '#data/domain/clauses'
import type { DocumentValues } from '#data/domain/documentFields'
import { HIDDEN_DANGER_SEVERITIES } from '#data/domain/hiddenDangers'
import { citation, editionOn } from '#data/domain/standards'
import type { DocumentCheck, DocumentFinding, DocumentReview } from './documentSubject.queries.ts'

/** What a document is about: a visit with its findings, or one finding with the visit it came from. */
export type DocumentSubject = {
  /** The one that it is kept under. */
  check: DocumentCheck | null
  hiddenDanger: DocumentFinding | null
  /** The visit, where there was one. */
  visit: DocumentCheck | null
  findings: readonly DocumentFinding[]
  review: DocumentReview | null
  orderNumber: string | null
}

/** `2026年12月1日`, as documents write days. */
export function writtenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** An invented name says so wherever it is printed (CONTENT.md 5.1). */
const printed = (name: string, isFictitious: boolean) => (isFictitious ? `${name}(演示)` : name)

/** The party of a subject: of the visit or of the hidden danger. */
export function partyOf({ check, hiddenDanger }: DocumentSubject): DocumentCheck | DocumentFinding {
  const party = check ?? hiddenDanger
  if (!party) throw new Error('A document is about a visit or a hidden danger')
  return party
}

/** The words of the clauses that a finding offends, in the editions in force when it was found. */
function basisOf({ clauseNumber, severityBasis, foundOn }: DocumentFinding): string {
  const clause = CLAUSES.find(({ number }) => number === clauseNumber)
  const cited = (clause?.references ?? [])
    .filter(({ standard }) => editionOn(standard, foundOn) !== null)
    .map((reference) => citation(reference, foundOn))
  const basis = cited.length > 0 ? cited.join('、') : severityBasis
  return basis ? `依据:${basis}。` : ''
}

const stop = (text: string) => (/[。;!?]$/.test(text) ? text : `${text}。`)

const problemLine = (finding: DocumentFinding, index: number) =>
  `${index + 1}、${finding.location}:${stop(finding.description)}${basisOf(finding)}整改期限:${writtenDay(finding.deadline)}。`

function situationLines({ visit, findings }: DocumentSubject): string | null {
  if (!visit) return null
  const outcome = CHECK_OUTCOMES[visit.outcome].labels['zh-CN']
  const head = `检查结果:${outcome}。`
  const lines = findings.map((finding, index) => {
    const treatment = finding.onTheSpot
      ? '处置:当场整改。'
      : `处置:限期整改,期限${writtenDay(finding.deadline)}。`
    return `${index + 1}、${finding.location}:${stop(finding.description)}${basisOf(finding)}${treatment}`
  })
  return [head, ...lines, ...(visit.remark ? [`备注:${stop(visit.remark)}`] : [])].join('\n')
}

const unique = (texts: readonly string[], separator: string): string | null =>
  texts.length > 0 ? [...new Set(texts)].join(separator) : null

function placeValues(subject: DocumentSubject) {
  const party = partyOf(subject)
  const { enterpriseName, parkName, street, community, building, floor, fictitious } = party
  const park = printed(parkName, fictitious)
  return {
    被检查单位: enterpriseName === null ? park : printed(enterpriseName, fictitious),
    园区: park,
    街道: street,
    社区: community,
    地址: `龙岗区${street}${community}${park}${building ?? ''}${floor ?? ''}`,
    安全管理人员: party.safetyOfficer,
    联系电话: party.safetyPhone,
  }
}

function visitValues({ visit, hiddenDanger }: DocumentSubject) {
  const foundOn = visit?.checkedAt.slice(0, 10) ?? hiddenDanger?.foundOn ?? null
  return {
    检查单位: visit?.department ?? hiddenDanger?.registeredDepartment ?? null,
    检查人员: visit?.inspector ?? null,
    检查时间: visit
      ? `${writtenDay(visit.checkedAt.slice(0, 10))} ${visit.checkedAt.slice(11)}`
      : null,
    检查日期: foundOn && writtenDay(foundOn),
    检查类别: visit ? CHECK_KINDS[visit.kind].labels['zh-CN'] : null,
  }
}

/** The unit is often the enterprise or the park itself, whose invented name says so. */
function unitOf(finding: DocumentFinding | undefined): string | null {
  const unit = finding?.responsibleUnit ?? null
  const isOwn = unit !== null && [finding?.enterpriseName, finding?.parkName].includes(unit)
  return unit !== null && isOwn ? printed(unit, finding?.fictitious ?? false) : unit
}

/** What each field stands for; null where nobody registered it. */
export function documentValues(
  subject: DocumentSubject,
  { number, day }: { number: string; day: string },
): DocumentValues {
  const { findings, review, orderNumber } = subject
  const open = findings.filter(({ onTheSpot }) => !onTheSpot)
  const [first] = open
  const deadline = open
    .map((each) => each.deadline)
    .sort()
    .at(-1)
  const rectified = open.map((each) => each.rectifiedOn)
  const isRectified = rectified.length > 0 && rectified.every((each) => each !== null)
  const lastRectified = isRectified ? rectified.sort().at(-1) : null
  return {
    文书编号: number,
    出具日期: writtenDay(day),
    ...placeValues(subject),
    ...visitValues(subject),
    检查部位: unique(
      findings.map(({ location }) => location),
      '、',
    ),
    检查情况: situationLines(subject),
    问题数: String(open.length),
    问题清单: open.length > 0 ? open.map(problemLine).join('\n') : null,
    整改期限: deadline ? writtenDay(deadline) : null,
    隐患编号: unique(
      findings.map(({ code }) => code),
      '、',
    ),
    隐患等级: unique(
      open.map(({ severity }) => HIDDEN_DANGER_SEVERITIES[severity].labels['zh-CN']),
      '、',
    ),
    责任单位: unitOf(first),
    责任人: first?.responsiblePerson ?? null,
    整改完成日期: lastRectified ? writtenDay(lastRectified) : null,
    复查人员: review?.reviewer ?? null,
    复查结果: review ? (review.action === 'passReview' ? '合格' : '不合格') : null,
    复查意见: review?.words ? stop(review.words) : null,
    原文书编号: orderNumber,
  }
}
