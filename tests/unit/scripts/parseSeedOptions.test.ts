import { describe, expect, it } from 'vitest'
import { parseSeedOptions } from '../../../scripts/parseSeedOptions.ts'

describe('parseSeedOptions', () => {
  it('reads its flags', () => {
    expect(parseSeedOptions([])).toEqual({ riskPoints: undefined, seed: undefined })
    expect(parseSeedOptions(['--risk-points', '1000000', '--seed=7'])).toEqual({
      riskPoints: 1_000_000,
      seed: 7,
    })
  })

  it.each([
    [['--risk-points', '12479'], /^--risk-points must be a whole number from 12480 to/],
    [['--risk-points', '1e6'], /^--risk-points must be a whole number/],
    [['--seed', '-1'], /--seed/],
    [['--points', '3'], /--points.*the flags are --risk-points N and --seed N\.$/],
    [['1000000'], /1000000.*the flags are/],
  ])('refuses %o in a sentence', (args, sentence) => {
    expect(() => parseSeedOptions(args)).toThrow(sentence)
    expect(() => parseSeedOptions(args)).toThrow(expect.objectContaining({ name: 'StartupError' }))
  })
})
