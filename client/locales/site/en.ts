export const en = { site: { title: 'Site' } }
