/** What the corrections so far, the oldest first, have made of a frozen number. */
export const correctedValue = ({
  value,
  corrections = [],
}: {
  value: number | null
  corrections?: readonly { newValue: number }[] | undefined
}): number | null => corrections.at(-1)?.newValue ?? value
