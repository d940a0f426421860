import { expect, test } from 'vitest'
import { html } from '../../../../../server/features/docs/html.ts'
import { typeText } from '../../../../../server/features/docs/typeText.ts'

test('values are escaped, templates are not', () => {
  const name = '<script>"&\''
  expect(html`<p title="${name}">${html`<b>${name}</b>`}${[html`<i></i>`, 'x<']}</p>`.text).toBe(
    '<p title="&lt;script&gt;&quot;&amp;&#39;"><b>&lt;script&gt;&quot;&amp;&#39;</b><i></i>x&lt;</p>',
  )
  expect(html`${null}${undefined}${false}${0}`.text).toBe('0')
})

test('a schema reads like a type', () => {
  expect(typeText({ type: 'integer', minimum: 1, maximum: 1000, default: 100 }).text).toBe(
    'integer 1–1000; default 100',
  )
  expect(typeText({ anyOf: [{ $ref: '#/components/schemas/Area' }, { type: 'null' }] }).text).toBe(
    '<a href="#schema-Area">Area</a> | null',
  )
  expect(typeText({ type: 'array', maxItems: 4, items: { enum: ['major', 'low'] } }).text).toBe(
    'list of <code>major | low</code> (≤ 4)',
  )
})
