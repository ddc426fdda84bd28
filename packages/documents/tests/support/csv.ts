/** Takes apart text as RFC 4180 has it, a character at a time. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const end = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charAt(at)
    if (quoted && c === '"' && text.charAt(at + 1) === '"') cell += text.charAt((at += 1))
    else if (c === '"') quoted = !quoted
    else if (!quoted && c === ',') end()
    else if (!quoted && c === '\r') {
      end()
      rows.push([])
    } else if (quoted || c !== '\n') cell += c
  }
  return rows.slice(0, -1)
}
