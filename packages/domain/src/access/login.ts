// Without 0 and o, 1, i and l, which are mistaken for each other on paper.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const PARTS = 2
const PART = 4

/**
 * A login that says nothing of its owner, such as k3mw-7qhz, of random numbers from 0 to 255.
 * @param random returns so many of them
 */
export function loginOf(random: (count: number) => Uint8Array): string {
  const signs = [...random(PARTS * PART)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
  return `${signs.slice(0, PART)}-${signs.slice(PART)}`
}

/** As people may type a login: capitals and spaces around do not matter. */
export function normalLogin(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase()
}
