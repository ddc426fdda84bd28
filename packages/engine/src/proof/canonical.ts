/**
 * Canonical JSON: keys sorted by code unit, no spaces, as RFC 8785 orders them; the values here are
 * texts, integers, truth values, lists and objects, so its rules for other numbers never apply.
 * @throws TypeError for anything else, so that no digest depends on an accident.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return `${value}`
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return `${value}`
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
  }
  throw new TypeError(`no canonical form: ${typeof value}`)
}
