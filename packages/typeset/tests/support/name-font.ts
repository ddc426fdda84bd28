/**
 * The same font under another family name, in the records that say it in Unicode.
 * @param name not longer than the one it has
 */
export function named(font: Buffer, name: string): Buffer {
  const bytes = Buffer.from(font)
  const tables = bytes.readUInt16BE(4)
  const entries = Array.from({ length: tables }, (_, at) => 12 + at * 16)
  const entry = entries.find((at) => bytes.toString('latin1', at, at + 4) === 'name')!
  const table = bytes.readUInt32BE(entry + 8)
  const strings = table + bytes.readUInt16BE(table + 4)
  const text = Buffer.from(name, 'utf16le').swap16()
  for (let at = 0; at < bytes.readUInt16BE(table + 2); at += 1) {
    const record = table + 6 + at * 12
    const [platform, id] = [bytes.readUInt16BE(record), bytes.readUInt16BE(record + 6)]
    if (platform !== 3 || (id !== 1 && id !== 16)) continue
    if (text.length > bytes.readUInt16BE(record + 8)) throw new Error(`${name} is too long`)
    bytes.writeUInt16BE(text.length, record + 8)
    text.copy(bytes, strings + bytes.readUInt16BE(record + 10))
  }
  return bytes
}
