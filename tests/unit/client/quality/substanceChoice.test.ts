import { expect, test } from 'vitest'
import { SUBSTANCES } from '#data/grading/substances'
import { HAZARD_CLASSES } from '#data/grading/hazardClasses'
import {
  choiceOf,
  choiceOfClass,
  choiceOfRow,
  identified,
  identityOf,
} from '../../../../client/components/hazardSources/substanceChoice.ts'

const recorded = (part: object) => ({
  cas: null,
  name: '',
  designedQuantityTonnes: 1,
  criticalTonnes: 1,
  beta: 1,
  form: null,
  hazardClass: null,
  ...part,
})

test('every row of the table can be chosen, is itself, and no two rows are one choice', () => {
  for (const row of SUBSTANCES) {
    const choice = choiceOfRow(row)
    expect(identified(choice), row.name).toMatchObject({
      cas: row.cas,
      name: row.name,
      criticalTonnes: row.criticalTonnes,
      beta: row.beta,
    })
    expect(choiceOf(recorded({ cas: row.cas, form: row.form ?? null })), row.name).toBe(choice)
  }
  expect(new Set(SUBSTANCES.map(choiceOfRow)).size).toBe(SUBSTANCES.length)
})

test('every hazard class can be chosen and comes back from a record', () => {
  for (const [key, { criticalTonnes, beta }] of Object.entries(HAZARD_CLASSES)) {
    expect(identified(choiceOfClass(key))).toMatchObject({ cas: null, criticalTonnes, beta })
    expect(choiceOf(recorded({ hazardClass: key }))).toBe(choiceOfClass(key))
  }
})

test('a CAS number that only its class is known of keeps both', () => {
  const choice = choiceOf(recorded({ cas: '64-19-7', hazardClass: 'W5.4' }))
  expect(identityOf(choice)).toEqual({ cas: '64-19-7', hazardClass: 'W5.4' })
  expect(identified(choice)).toMatchObject({ cas: '64-19-7', criticalTonnes: 5000 })
})

test('what the tables do not know is no choice', () => {
  expect(choiceOf(recorded({ cas: '64-19-7' }))).toBe('')
  expect(choiceOf(recorded({}))).toBe('')
  expect(identified('')).toBeNull()
  expect(identified('64-19-7||')).toBeNull()
})
