const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The fields of a form that differ from what it began with. */
export function changedFields<F extends object>(base: F, form: F): (keyof F & string)[] {
  return (Object.keys(form) as (keyof F & string)[]).filter((key) => !same(base[key], form[key]))
}

/**
 * The form over what somebody else has saved meanwhile: what was typed stays, what was left alone
 * becomes the latest.
 */
export function rebase<F extends object>(base: F, form: F, latest: F): F {
  const typed = changedFields(base, form).map((key) => [key, form[key]])
  return { ...latest, ...(Object.fromEntries(typed) as Partial<F>) }
}
