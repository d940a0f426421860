import { expect, test } from 'vitest'
import { readFloor, readVisibility, visibilityText } from '../../../../client/site/siteAddress.ts'
import { DEFAULT_SITE_VISIBILITY } from '../../../../client/stores/site.ts'

test('a link names only what differs from the default, and brings it back', () => {
  expect(visibilityText(DEFAULT_SITE_VISIBILITY)).toBeUndefined()
  const changed = { ...DEFAULT_SITE_VISIBILITY, hydrant: false, camera: true }
  expect(visibilityText(changed)).toBe('hydrant,camera')
  expect(readVisibility('hydrant,camera')).toEqual(changed)
})

test('what is no kind and no floor says nothing', () => {
  expect(readVisibility('balloon,__proto__')).toEqual(DEFAULT_SITE_VISIBILITY)
  expect(readFloor('-1')).toBe(-1)
  for (const text of [undefined, '0', '1.5', 'roof', '400', '']) expect(readFloor(text)).toBeNull()
})
