export function aroundHandlers(): Record<never, never> {
  return {}
}
