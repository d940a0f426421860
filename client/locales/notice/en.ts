export const en = { notice: { title: 'Notice card' } }
