/**
 * Whether a text is a CAS number: two to seven digits, two digits and a check digit, which is the
 * sum of the others weighted 1, 2, 3 … from the right, modulo 10.
 */
export function isCasNumber(text: string): boolean {
  const [, body, check] = /^([1-9]\d{1,6}-\d{2})-(\d)$/.exec(text) ?? []
  if (!body) return false
  const digits = [...body.replace('-', '')].reverse()
  const sum = digits.reduce((total, digit, index) => total + Number(digit) * (index + 1), 0)
  return sum % 10 === Number(check)
}
