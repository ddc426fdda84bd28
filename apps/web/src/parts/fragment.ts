const taken = new Map<string, string>()

/**
 * What stands behind # in the address, taken out of it: a token there is kept from the history and from
 * whoever looks at the screen.
 */
export function takeRaw(): string {
  const { hash, pathname, search } = window.location
  if (hash.length > 1) {
    taken.set(pathname, hash.slice(1))
    window.history.replaceState(window.history.state, '', pathname + search)
  }
  return taken.get(pathname) ?? ''
}

/** The same, where it is a list of names and values. */
export function takeFragment(): URLSearchParams {
  return new URLSearchParams(takeRaw())
}
