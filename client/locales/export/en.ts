export const en = {
  export: {
    label: 'Export',
  },
}
