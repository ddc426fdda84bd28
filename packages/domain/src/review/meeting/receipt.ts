// Without letters that look like figures.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const BITS = 5

/**
 * What a judge writes down to find his ballot again, of the place where it lies: twelve letters of five bits.
 * @example
 * receiptOf(box) // 7KQ2-M9XD-04TZ
 */
export function receiptOf(box: Uint8Array): string {
  let [held, bits, text] = [0, 0, '']
  for (const byte of box) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= BITS && text.length < LENGTH) {
      bits -= BITS
      text += LETTERS[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return text.replaceAll(/(.{4})(?=.)/g, '$1-')
}
