export const en = { learning: { title: 'Lessons' } }
