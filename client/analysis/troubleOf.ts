import type { PointsTrouble } from '../stores/points.ts'
import { PointsError } from './pointsProtocol.ts'

/**
 * What a store keeps of a failure. What is no refusal of the server and no broken connection is a
 * fault of ours: it counts as unreadable, and the console has it whole.
 */
export function troubleOf(cause: unknown): PointsTrouble {
  const { kind, status } =
    cause instanceof PointsError ? cause : ({ kind: 'unreadable', status: 0 } as const)
  if (kind === 'unreadable') console.error(cause)
  return { kind, status }
}
