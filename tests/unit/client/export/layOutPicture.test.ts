import { expect, test } from 'vitest'
import {
  layOutPicture,
  TEXT_STYLES,
  type MeasureStyle,
  type PictureItem,
} from '../../../../client/export/picture/layOutPicture.ts'
import type { PictureContent } from '../../../../client/export/picture/pictureContent.ts'

const measure: MeasureStyle = (text, style) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 1 : 0.55), 0) *
  TEXT_STYLES[style].size

const content: PictureContent = {
  title: '龙岗区 · 热力与很长很长的题目'.repeat(5),
  lines: ['筛选:重大风险点、较大风险点、高危单位:粉尘、涉氨、锂电'.repeat(3)],
  legends: [
    {
      title: '较大以上风险值',
      unit: '折合个/km²',
      entries: Array.from({ length: 6 }, (_, index) => ({
        swatch: { kind: 'fill', colour: '#123456' },
        label: `${2 ** index}–${2 ** (index + 1)}`,
      })),
      lines: ['高斯核,带宽 800 m;固定分级为建议值,无官方依据。'.repeat(3)],
    },
    {
      title: '风险等级',
      unit: '龙岗区,个',
      entries: [{ swatch: { kind: 'level', level: 'major' }, label: '重大风险点 25' }],
      lines: [],
    },
  ],
  facts: ['数据截至 2026-11-23 09:00', '来源 演示数据集'],
  notes: ['示意边界 非测绘成果', '演示数据 请勿引用', '内部工作用图 不得公开 未取得审图号'],
}

const texts = (items: readonly PictureItem[]) =>
  items.flatMap((item) => (item.kind === 'text' ? [item] : []))

test.each([
  ['beside a wide map', 1000, 700],
  ['below a narrow one', 374, 380],
  ['beside a map lower than its legend', 1000, 160],
])('%s every text lies within the picture and none over the map', (_, width, height) => {
  const layout = layOutPicture(content, { width, height }, measure)
  const { map } = layout
  for (const { text, style, x, y } of texts(layout.items)) {
    const [right, half] = [x + measure(text, style), TEXT_STYLES[style].line / 2]
    expect(x).toBeGreaterThanOrEqual(0)
    expect(right, text).toBeLessThanOrEqual(layout.width)
    expect(y + half).toBeLessThanOrEqual(layout.height)
    const isOverMap =
      right > map.x && x < map.x + map.width && y + half > map.y && y - half < map.y + map.height
    expect(isOverMap, text).toBe(false)
  }
})

test('everything that is to be said stands there, in order', () => {
  const layout = layOutPicture(content, { width: 1000, height: 700 }, measure)
  const said = texts(layout.items)
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '')
  expect(said).toContain('重大风险点25')
  expect(said).toContain(content.title.replaceAll(/\s/g, ''))
  for (const note of [...content.facts, ...content.notes]) {
    expect(said).toContain(note.replaceAll(/\s/g, ''))
  }
  expect(layout.items.filter(({ kind }) => kind === 'swatch')).toHaveLength(7)
})

test('lines of a column do not lie on one another', () => {
  const layout = layOutPicture(content, { width: 374, height: 380 }, measure)
  const rows = texts(layout.items)
  for (const [index, first] of rows.entries()) {
    for (const second of rows.slice(index + 1)) {
      const isApart =
        Math.abs(first.y - second.y) >=
          (TEXT_STYLES[first.style].size + TEXT_STYLES[second.style].size) / 2 ||
        first.x + measure(first.text, first.style) <= second.x ||
        second.x + measure(second.text, second.style) <= first.x
      expect(isApart, `${first.text} / ${second.text}`).toBe(true)
    }
  }
})

test('what an analysis found stands between the title of its legend and its entries', () => {
  const finding = '龙岗区924个六边形中39个显著偏高,占面积4.2%'
  const legends = [{ ...content.legends[0]!, finding }]
  const { items } = layOutPicture({ ...content, legends }, { width: 1000, height: 800 }, measure)
  const found = texts(items).filter(({ style }) => style === 'finding')
  expect(found.map(({ text }) => text).join('')).toBe(finding)
  const heading = texts(items).find(({ style }) => style === 'heading')
  const entry = items.find(({ kind }) => kind === 'swatch')
  expect(found[0]!.y).toBeGreaterThan(heading!.y)
  expect(found.at(-1)!.y).toBeLessThan(entry!.y)
})
