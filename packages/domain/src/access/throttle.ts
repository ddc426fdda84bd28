/** How often something has failed, and when last (an instant, ISO 8601). */
export interface Failures {
  readonly failures: number
  readonly last_at: string
}

interface Allowance {
  readonly free: number
  readonly longest: number
}

// A login from one address: doubling from a second to a quarter of an hour.
const LOGIN: Allowance = { free: 5, longest: 900 }
// An address over all logins: an office behind one address may well mistype thirty times; the wait stays
// short, and devices that signed in before do not wait at all.
const ADDRESS: Allowance = { free: 30, longest: 60 }

function left({ free, longest }: Allowance, past: Failures | undefined, now: Date): number {
  if (past === undefined || past.failures < free) return 0
  const wait = Math.min(longest, 2 ** Math.min(past.failures - free, 20))
  const since = (now.getTime() - Date.parse(past.last_at)) / 1000
  return Math.max(0, Math.ceil(wait - since))
}

/**
 * Seconds to wait before a login may be tried again from an address; zero when it may.
 * @param past failures of the login from the address, and of the address at all logins
 * @param known the device signed in to this login before
 */
export function waitingTime(
  past: { readonly login?: Failures | undefined; readonly address?: Failures | undefined },
  known: boolean,
  now: Date,
): number {
  const own = left(LOGIN, past.login, now)
  return known ? own : Math.max(own, left(ADDRESS, past.address, now))
}

/** Where an attempt comes from: an IPv6 network hands its owner 2^64 addresses, which count as one. */
export function addressGroup(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1] !== undefined) return mapped[1]
  const [head = '', tail] = address.split('::')
  const first = head.split(':').filter((part) => part !== '')
  const last = (tail ?? '').split(':').filter((part) => part !== '')
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  const all = tail === undefined ? first : [...first, ...zeros, ...last]
  return all.slice(0, 4).join(':')
}
