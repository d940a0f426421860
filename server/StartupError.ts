/** Why the product cannot start: one sentence for the person at the terminal, shown without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}
