export const en = { plan: { title: 'Four-colour plan' } }
