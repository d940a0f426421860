import { documentNumber, type DocumentTemplateKey } from '#data/domain/documentTemplates'
import type { Clock } from '../../clock.ts'
import type { Queryable } from '../../db/Db.ts'
import { makeDraft, readTemplate } from './documentMaking.ts'
import { insertIssued, nextSerial } from './documents.queries.ts'
import { partyOf, type DocumentSubject } from './documentValues.ts'

/** Who issues it, and when it is for them. */
type Issuing = {
  transaction: Queryable
  actor: { name: string }
  clock: Pick<Clock, 'now' | 'today' | 'asOf' | 'source'>
}

/** @returns the id of the issued document */
export async function issue(
  { transaction, actor, clock }: Issuing,
  key: DocumentTemplateKey,
  subject: DocumentSubject,
): Promise<number> {
  const [template] = await readTemplate(transaction, key)
  const year = Number(clock.today().slice(0, 4))
  const serial = await nextSerial(transaction, key, year)
  const number = documentNumber(key, year, serial)
  const { lines, title, fictitious } = makeDraft(template, subject, number, clock)
  const { areaCode, parkCode, enterpriseCode } = partyOf(subject)
  return insertIssued(transaction, {
    templateKey: key,
    templateVersion: template.version,
    year,
    serial,
    number,
    title,
    lines,
    areaCode,
    parkCode,
    enterpriseCode,
    checkId: subject.check?.id ?? null,
    hiddenDangerId: subject.hiddenDanger?.id ?? null,
    by: actor.name,
    at: clock.now(),
    fictitious,
  })
}
