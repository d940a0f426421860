import { describe, expect, test } from 'vitest'
import { CLAUSES } from '#data/domain/clauses'
import { CLAUSE_WORDS } from '#data/domain/clauseWords'
import { basisOf, findClause, matchClauses, wordsSuggestMajor } from '#data/domain/proposeSeverity'

test('every entry of the library has its other words, and only those', () => {
  expect(Object.keys(CLAUSE_WORDS).map(Number)).toEqual(CLAUSES.map(({ number }) => number))
})

test.each(CLAUSES.map(({ number, text }) => [number, text] as const))(
  'entry %i in its own words is found first: %s',
  (number, text) => {
    expect(matchClauses(text)[0]?.clause.number).toBe(number)
    expect(wordsSuggestMajor(text)).toBe(
      CLAUSES.find((clause) => clause.number === number)?.suggests === 'majorHiddenDanger',
    )
  },
)

describe('in the words of an inspector', () => {
  test.each([
    ['三楼疏散楼梯被杂物堵塞', 16],
    ['西侧安全出口锁闭,无法打开', 17],
    ['车间灭火器过期', 18],
    ['室内消防栓前堆放纸箱', 19],
    ['临时电线私拉乱接,插座破损', 21],
    ['冲床双手按钮被屏蔽', 22],
    ['叉车司机未持证上岗', 25],
    ['打磨车间地面积尘厚,粉尘未清扫', 9],
    ['速冻间作业人数超过9人', 11],
    ['污水池清淤前没有检测,现场没有监护人', 14],
    ['喷漆房可燃气体报警器已断电', 15],
    ['房东只收租,没有对承租企业定期检查', 1],
    ['鼓包电池与成品混存', 12],
    ['砂光机除尘风管没有火花探测装置', 8],
    ['动火作业未办理审批,无监火人', 29],
  ])('%s', (finding, number) => {
    expect(matchClauses(finding)[0]?.clause.number).toBe(number)
  })

  test('signs, spaces and full-width letters separate no words', () => {
    expect(matchClauses('安全 出口,上锁。')[0]?.clause.number).toBe(17)
    expect(wordsSuggestMajor('速冻间 作业 12 人')).toBe(true)
  })

  test.each(['墙面掉漆', '办公室饮水机漏水', '车间照明灯损坏一盏', '', '……'])(
    '%j is nothing of the library',
    (finding) => {
      expect(matchClauses(finding)).toEqual([])
      expect(wordsSuggestMajor(finding)).toBe(false)
    },
  )

  test('a word in common alone suggests nothing', () => {
    expect(wordsSuggestMajor('抛光车间地面有水')).toBe(false)
    expect(wordsSuggestMajor('速冻间门封条老化')).toBe(false)
    expect(wordsSuggestMajor('喷漆室照明不足')).toBe(false)
  })
})

test('the basis names clause and edition in force on the day', () => {
  const label = findClause(24)
  if (!label) throw new Error('No entry 24')
  expect(basisOf(label, '2026-04-30')).toContain('国务院令第591号')
  expect(basisOf(label, '2026-05-01')).toBe('危险化学品安全法(2026-05-01起施行)')
  const dust = findClause(9)
  if (!dust) throw new Error('No entry 9')
  expect(basisOf(dust, '2026-11-23')).toBe('应急管理部令第10号(2023-05-15起施行)第11条(十)')
  // Before the order there was nothing to cite.
  expect(basisOf(dust, '2020-01-01')).toBe('')
  expect(findClause(31)).toBeUndefined()
})
