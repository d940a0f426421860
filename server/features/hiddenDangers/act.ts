import type { HiddenDangerEventBody } from '#data/contract/hiddenDangerBodies'
import type { Conflict } from '#data/contract/responses'
import { HIDDEN_DANGER_ACTIONS, nextState, noSuchEdge } from '#data/domain/hiddenDangerActions'
import { missingFor } from '#data/domain/hiddenDangerGuards'
import { HIDDEN_DANGER_STATES } from '#data/domain/hiddenDangers'
import type { Labels } from '#data/domain/locales'
import { HttpProblem, notFound } from '../../http/problems.ts'
import type { Editing } from '../versions/editRecord.ts'
import { applyEvent } from './applyEvent.ts'
import { listEvents } from './hiddenDangerDetail.queries.ts'
import {
  insertEvent,
  lockHiddenDangers,
  updateHiddenDanger,
  type HiddenDangerRecord,
} from './hiddenDangerRecord.queries.ts'
import { lockParkOf, lowerParkGrade } from './lowerParkGrade.ts'

/**
 * Takes one step with a hidden danger: its event and the record that follows it, together or not at all.
 * @param version that the writer knows
 * @throws HttpProblem 404 without such a record, 412 when somebody took a step meanwhile, 409 where
 * there is no such step, 422 where something is missing for it
 */
export async function actOnHiddenDanger(
  editing: Editing,
  code: string,
  version: number,
  body: HiddenDangerEventBody,
): Promise<void> {
  const { transaction, clock } = editing
  const isMajor = 'severity' in body && body.severity === 'major'
  const park = isMajor ? await lockParkOf(editing, code) : undefined
  const target = body.action === 'merge' ? body.into : null
  const records = await lockHiddenDangers(transaction, [code, ...(target ? [target] : [])])
  const record = records.find((each) => each.code === code)
  if (!record) throw notFound('hidden danger', code)
  if (record.version !== version) throw await tellMeanwhile(editing, record, version)
  if (nextState(record.state, body.action) === null) {
    throw new HttpProblem('alreadyDone', noSuchEdge(record.state, body.action))
  }
  const into = records.find((each) => each.code === target) ?? null
  const missing = missingFor(body, record, { today: clock.today(), into })
  if (missing.length > 0) throw incomplete(body.action, missing)
  await takeStep(editing, record, body, into)
  if (park) await lowerParkGrade(editing, park, code)
}

/** Writes a step that was found to be possible. */
export async function takeStep(
  { transaction, actor, clock }: Editing,
  record: HiddenDangerRecord,
  body: HiddenDangerEventBody,
  into: HiddenDangerRecord | null = null,
): Promise<void> {
  const toState = nextState(record.state, body.action)
  if (toState === null) throw new TypeError(`No edge ${record.state} → ${body.action}`)
  const at = clock.now()
  const next = applyEvent(body, record, toState, { at, into })
  await updateHiddenDanger(transaction, next)
  const { action, ...fields } = body
  const { note, details } = splitNote(fields)
  await insertEvent(transaction, {
    hiddenDangerId: record.id,
    sequence: next.version,
    areaCode: record.areaCode,
    action,
    fromState: record.state,
    toState,
    at,
    by: actor.name,
    note,
    details,
  })
}

/** What was said with a step stands by itself; the rest of the body are the fields that it set. */
export function splitNote(fields: Readonly<Record<string, unknown>>): {
  note: string | null
  details: Record<string, unknown>
} {
  const { note, ...rest } = fields
  const said = [note, rest.reason, rest.result, rest.outcome].find(
    (each): each is string => typeof each === 'string',
  )
  const details = Object.entries(rest).filter(([, value]) => value !== undefined)
  return { note: said ?? null, details: Object.fromEntries(details) }
}

/** 422 that says everything that is missing at once. */
export function incomplete(parameter: string, missing: readonly Labels[]): HttpProblem {
  const all = (locale: keyof Labels) =>
    missing.map((each) => each[locale]).join(locale === 'en' ? ' ' : '')
  return new HttpProblem(
    'refused',
    { 'zh-CN': all('zh-CN'), en: all('en') },
    { parameters: missing.map((message) => ({ parameter, message })) },
  )
}

/** 412 that says who did what since, the last step in the sentence itself. */
async function tellMeanwhile(
  { transaction }: Editing,
  { id, version, state }: HiddenDangerRecord,
  given: number,
): Promise<HttpProblem> {
  const events = await listEvents(transaction, id)
  const since = events.filter(({ sequence }) => sequence > given).reverse()
  const changes: Conflict['changes'] = since.map((event) => ({
    version: event.sequence,
    kind: 'edit',
    at: event.at,
    by: event.by,
    reason: [HIDDEN_DANGER_ACTIONS[event.action].labels['zh-CN'], event.note]
      .filter((text) => text !== null)
      .join(':'),
    fields: [{ field: 'state', before: event.fromState, after: event.toState }],
  }))
  const [last] = since
  const present = HIDDEN_DANGER_STATES[state].labels
  const done = last && HIDDEN_DANGER_ACTIONS[last.action].labels
  const when = last?.at.slice(0, 16).replace('T', ' ')
  return new HttpProblem(
    'stale',
    {
      'zh-CN': `您依据的是第 ${given} 版,现已是第 ${version} 版“${present['zh-CN']}”${done ? `:${last.by}于 ${when} 办理“${done['zh-CN']}”` : ''}。请查看后再办;您填写的内容没有丢失。`,
      en: `The step was made from version ${given}, but the record is at version ${version}, “${present.en}”${done ? `: ${last.by} did “${done.en}” at ${when}` : ''}. Look at it and act again from there.`,
    },
    { conflict: { version, changes } },
  )
}
