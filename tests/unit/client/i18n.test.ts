import { expect, test, vi } from 'vitest'
import { chooseLocale, i18n, loadMessages } from '../../../client/i18n.ts'
import { MESSAGE_PARTS } from '../../../client/locales/parts.ts'
import { en } from '../../../client/locales/quality/en.ts'

test('a part that is first shown while the language changes speaks the new one', async () => {
  await loadMessages('grading')
  // The words of the first part take their time, and meanwhile another part is shown.
  const come: (() => void)[] = []
  const loader = vi
    .spyOn(MESSAGE_PARTS.grading, 'en')
    .mockReturnValue(new Promise((resolve) => come.push(() => resolve({ grading: {} } as never))))
  const switching = chooseLocale('en')
  await vi.waitFor(() => expect(loader).toHaveBeenCalled())
  await loadMessages('quality')
  come.forEach((arrive) => arrive())
  await switching
  expect(i18n.global.locale.value).toBe('en')
  expect(i18n.global.t('quality.title')).toBe(en.quality.title)
})
