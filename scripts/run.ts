import { StartupError } from '../server/StartupError.ts'

/** Runs a script's main function: what a person did wrong is one sentence, and failure is exit 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error)
    process.exitCode = 1
  }
}
