export const en = {
  analysis: {
    label: 'Analysis',
  },
}
