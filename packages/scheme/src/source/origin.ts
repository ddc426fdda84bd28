/** A place in a file as an editor shows it: line and column count from 1, columns in UTF-16 units. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One file's text, with what is needed to turn offsets into lines. */
export interface Origin {
  readonly file: string
  readonly text: string
  /** Offset at which each line starts. */
  readonly starts: readonly number[]
}

export function originOf(file: string, text: string): Origin {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { file, text, starts }
}

/** The index of the line that holds the offset, from 0. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The line and column of an offset; an offset outside the text is taken to its nearest end.
 * A byte order mark takes no column.
 * @example
 * positionAt(originOf('a.yaml', 'x: 1\ny: 2'), 5) // { file: 'a.yaml', line: 2, column: 1 }
 */
export function positionAt(origin: Origin, offset: number): Position {
  const at = Math.max(0, Math.min(offset, origin.text.length))
  const line = lineOf(origin.starts, at)
  const mark = line === 0 && origin.text.startsWith('\u{feff}') ? 1 : 0
  const column = Math.max(1, at - (origin.starts[line] as number) - mark + 1)
  return { file: origin.file, line: line + 1, column }
}
