const MODULUS = 2_147_483_647
const FACTOR = 48_271

/** Numbers from 0 to 1 out of one number, always the same (Park and Miller 1988). */
export function chanceOf(seed: number): () => number {
  let now = seed % MODULUS
  return () => {
    now = (now * FACTOR) % MODULUS
    return now / MODULUS
  }
}
