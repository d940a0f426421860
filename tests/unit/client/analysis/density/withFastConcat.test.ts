import { expect, it } from 'vitest'
import { withFastConcat } from '../../../../../client/analysis/density/withFastConcat.ts'

it('concatenates as ever and leaves no trace, even when the work fails', () => {
  const own = Array.prototype.concat
  expect(withFastConcat(() => [1].concat([2, 3], 4, [[5]] as never))).toEqual([1, 2, 3, 4, [5]])
  const fail = () =>
    withFastConcat(() => {
      throw new Error('broken')
    })
  expect(fail).toThrow('broken')
  expect(Array.prototype.concat).toBe(own)
})
