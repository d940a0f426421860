/** One feature a line: small, and a change of one area is a change of one line in a diff. */
export function formatCollection({ features }: { features: readonly unknown[] }): string {
  const lines = features.map((feature) => JSON.stringify(feature))
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}
