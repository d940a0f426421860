import { parseArgs } from 'node:util'
import { StartupError } from '../server/StartupError.ts'

/** The smallest set is the story itself: its table by street cannot shrink. */
const MINIMUM_RISK_POINTS = 12_480
const MAXIMUM_RISK_POINTS = 5_000_000
const MAXIMUM_SEED = 2 ** 32 - 1

export type SeedOptions = { riskPoints: number | undefined; seed: number | undefined }

function wholeNumber(
  flag: string,
  text: string | undefined,
  minimum: number,
  maximum: number,
): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < minimum || value > maximum) {
    throw new StartupError(
      `--${flag} must be a whole number from ${minimum} to ${maximum} (it is "${text}").`,
    )
  }
  return value
}

/**
 * Flags of `npm run seed -- --risk-points 1000000 --seed 1`.
 * @throws StartupError with one sentence that names the wrong flag.
 */
export function parseSeedOptions(args: string[]): SeedOptions {
  try {
    const { values } = parseArgs({
      args,
      options: { 'risk-points': { type: 'string' }, seed: { type: 'string' } },
    })
    const riskPoints = values['risk-points']
    return {
      riskPoints: wholeNumber('risk-points', riskPoints, MINIMUM_RISK_POINTS, MAXIMUM_RISK_POINTS),
      seed: wholeNumber('seed', values.seed, 0, MAXIMUM_SEED),
    }
  } catch (error) {
    if (error instanceof StartupError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartupError(`${reason.split('. ')[0]}; the flags are --risk-points N and --seed N.`)
  }
}
