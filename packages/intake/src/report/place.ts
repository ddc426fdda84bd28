/** Where something stands: a cell of a sheet, a line of a text, a path in a JSON file, or a whole file. */
export interface Place {
  readonly file: string
  readonly sheet?: string
  readonly cell?: string
  readonly line?: number
  readonly column?: number
  /** In JSON: such as `facts[3].value`. */
  readonly path?: string
}

/** Letters of a column counted from 0. @example columnLetters(27) // 'AB' */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  const letter = String.fromCharCode(65 + (index % 26))
  return rest === 0 ? letter : columnLetters(rest - 1) + letter
}

/** `数据.xlsx!数据!D7`, `facts.csv:12`, `facts.json:facts[3]`. */
export function writePlace(place: Place): string {
  const sheet = place.sheet === undefined ? '' : `!${place.sheet}`
  const cell = place.cell === undefined ? '' : `!${place.cell}`
  const line = place.line === undefined ? '' : `:${place.line}`
  const column = place.column === undefined ? '' : `:${place.column}`
  const path = place.path === undefined || place.path === '' ? '' : ` ${place.path}`
  return `${place.file}${sheet}${cell}${line}${column}${path}`
}
