export const en = {
  time: {
    label: 'Through time',
  },
}
