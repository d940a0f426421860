export const en = {
  around: {
    label: 'Around here',
  },
}
