import { expect, test } from 'vitest'
import { drawPlan } from '../../../../../client/site/plan/drawPlan.ts'
import { sharedArea } from '../../../../../client/site/plan/placeBoxes.ts'
import { floorsOf, numberedPoints } from '../../../../../client/site/plan/planPoints.ts'
import { layOutTables } from '../../../../../client/site/plan/planSheet.ts'
import { MARK } from '../../../../../client/site/plan/planTypes.ts'
import { planSite } from './planSite.ts'

const BOX = { x: 13, y: 29, width: 258, height: 229 }
const words = {
  building: (code: string) => [{ text: code, bold: true }, { text: '3层 · 厂房' }],
  unit: (code: string) => [{ text: `企业${code}`, bold: true }],
  majorHazard: (grade: number) => `重大危险源${grade}级`,
}

test('a plan of whole buildings has the highest level of each and no units', () => {
  const plan = drawPlan(planSite(), null, BOX, words)
  expect(plan.frame.scale).toBe(800)
  expect(plan.buildings.map(({ code, level, absent }) => [code, level, absent])).toEqual([
    ['P-1-B01', 'major', false],
    ['P-1-B02', null, false],
  ])
  expect(plan.units).toEqual([])
  // 4 m of net width at 1:800 are 5 mm.
  expect(plan.lines).toMatchObject([{ kind: 'fireLane', width: 5 }])
  expect(plan.bar.millimetres).toBeCloseTo((plan.bar.metres * 1000) / 800, 9)
  expect(plan.bar.metres).toBe(50)
})

test('a floor has its units, and a building that does not reach it is an outline', () => {
  const plan = drawPlan(planSite(), 2, BOX, words)
  expect(plan.buildings.map(({ absent }) => absent)).toEqual([false, true])
  expect(plan.units.map(({ code, level }) => [code, level])).toEqual([['P-1-B01-U2', 'larger']])
  expect(plan.marks.map(({ code }) => code)).toEqual(['R-2'])
  expect(floorsOf(planSite())).toEqual([1, 2, 3])
})

test('numbers are those of the whole park, the gravest first, on every floor', () => {
  expect(numberedPoints(planSite()).map(({ number, point }) => [number, point.code])).toEqual([
    [1, 'R-1'],
    [2, 'R-2'],
  ])
  expect(drawPlan(planSite(), 2, BOX, words).tags.map(({ text }) => text)).toEqual(['2'])
})

test('numbers of points at one spot lie apart, and on no mark', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ floor: 1 + (index % 3) }))
  const { tags, marks } = drawPlan(planSite(0, many), null, BOX, words)
  const boxes = tags.map(({ at, width }) => ({
    x: at[0] - width / 2,
    y: at[1] - MARK.tag / 2,
    width,
    height: MARK.tag,
  }))
  expect(boxes).toHaveLength(14)
  boxes.forEach((box, index) => {
    for (const other of boxes.slice(index + 1)) expect(sharedArea(box, other)).toBe(0)
    for (const { at } of marks)
      expect(sharedArea(box, { x: at[0] - 0.5, y: at[1] - 0.5, width: 1, height: 1 })).toBe(0)
  })
  expect(tags.find(({ code }) => code === 'R-1')?.text).toBe('1 重大危险源4级')
})

test('a sign at the place of another makes way and keeps its true place', () => {
  const { glyphs } = drawPlan(planSite(), null, BOX, words)
  const [hydrant, assembly] = glyphs
  expect(hydrant!.from).toEqual(assembly!.from)
  const apart = Math.hypot(hydrant!.at[0] - assembly!.at[0], hydrant!.at[1] - assembly!.at[1])
  expect(apart).toBeGreaterThanOrEqual(MARK.glyph)
})

test('a point registered far away is counted, not drawn', () => {
  const { outside, marks } = drawPlan(
    planSite(0, [{ longitude: 114.3, latitude: 22.8 }]),
    null,
    BOX,
    words,
  )
  expect(outside).toBe(1)
  expect(marks).toHaveLength(3)
})

test('tables that are too long for the sheet go on, row for row, on sheets of their own', () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({
    key: String(index),
    cells: [{ text: `第${index}个` }],
  }))
  const table = { key: 'a', title: '一览', columns: [{ key: 'a', label: '甲', width: 1 }], rows }
  const box = { x: 0, y: 0, width: 100, height: 100 }
  const { beside, annexes } = layOutTables(
    [table, { ...table, key: 'b', rows: rows.slice(0, 3) }],
    box,
  )
  expect(annexes.length).toBeGreaterThan(1)
  const keysOf = (name: string) =>
    [beside, ...annexes]
      .flat()
      .flatMap(({ key, table: laid }) => (key === name ? laid.rows.map((row) => row.key) : []))
  expect(keysOf('a')).toEqual(rows.map(({ key }) => key))
  expect(keysOf('b')).toEqual(['0', '1', '2'])
})
