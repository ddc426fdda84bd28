import { useSyncExternalStore } from 'react'

const WIDE = matchMedia('(min-width: 768px)')

function subscribe(onChange: () => void): () => void {
  WIDE.addEventListener('change', onChange)
  return () => WIDE.removeEventListener('change', onChange)
}

/** Is there room for more than a phone shows? Known at once, so that nothing jumps. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => WIDE.matches)
}
