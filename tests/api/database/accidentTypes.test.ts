import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCIDENT_TYPES } from '#data/domain/accidentTypes'
import type { Db } from '../../../server/db/Db.ts'
import { openTestDatabase } from '../../helpers/testDatabase.ts'

const CODE = 'TEST-R-ACCIDENT'
/** A copy of some risk point with other accident types. */
const INSERT = `
  INSERT INTO risk_points (code, name, park_code, enterprise_code, area_code, geom,
    coordinate_origin, coordinate_error_metres, location, level, graded_level, grading_method,
    grading_version, grading_inputs, score, accident_types, control_level, measures, assessed_on, review_due,
    fictitious, search_key)
  SELECT $1, name, park_code, enterprise_code, area_code, geom, coordinate_origin,
    coordinate_error_metres, location, level, graded_level, grading_method, grading_version,
    grading_inputs, score, $2, control_level, measures, assessed_on, review_due, fictitious, search_key
  FROM risk_points ORDER BY id LIMIT 1`

let db: Db
const remove = () => db.query('DELETE FROM risk_points WHERE code = $1', [CODE])
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(remove)

const insert = (accidentTypes: unknown[]) => db.query(INSERT, [CODE, accidentTypes])

test('every class of the registry may be recorded', async () => {
  await insert(ACCIDENT_TYPES.map(({ name }) => name))
  await remove()
})

test.each([
  ['no class', []],
  ['a class of another list', ['火灾', '机械伤害']],
  ['a missing class', [null, '火灾']],
  ['a list of lists, which has no first class', [['火灾'], ['触电']]],
])('%s is refused', async (_, accidentTypes) => {
  await expect(insert(accidentTypes)).rejects.toMatchObject({ code: '23514' })
})
