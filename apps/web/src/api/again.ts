import type { Endpoint, Problem } from '@kaohe/contract'

/** Lets the person at the screen sign in again. @returns false when he would rather not */
export type SignInAgain = () => Promise<boolean>

let ask: SignInAgain | undefined
let asking: Promise<boolean> | undefined

/** While a page of those signed in is open, it asks for signing in again instead of being lost. */
export function onSessionEnd(again: SignInAgain): () => void {
  ask = again
  return () => {
    if (ask === again) ask = undefined
  }
}

const isDoor = ({ act, path }: Endpoint): boolean =>
  act === 'anyone' || path === '/session' || path.startsWith('/session/')

/** The session has ended: waits until the person has signed in again. @returns true to try once more */
export async function signedInAgain(endpoint: Endpoint, { type }: Problem): Promise<boolean> {
  if (type !== 'urn:kaohe:problem:sign-in' || isDoor(endpoint) || ask === undefined) return false
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}
