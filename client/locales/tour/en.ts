export const en = { tour: { title: 'Tour' } }
