/** Texts that YAML or an editor would take for something else than text, or for a slip. */
const RISKY_START = /^[-?:,[\]{}#&*!|>'"%@`=\s]/
const RISKY_INSIDE =
  /: |:$| #|[\n\r\t\\"“”‘’：，、［］【】｛｝\u{a0}\u{3000}\u{feff}\u{200b}-\u{200d}\u{2060}\u{ad}]|\s$/u
const FLOW_MARKS = /[,[\]{}]/
const NOT_TEXT =
  /^(?:[-+]?\.?\d[\d._eE+-]*|0[xo][\da-fA-F]+|true|false|null|yes|no|on|off|~|\.inf|\.nan)$/i

/** A scalar that reads back as the same text, quoted only where it must be. */
export function scalar(text: string): string {
  const plain =
    text !== '' && !RISKY_START.test(text) && !RISKY_INSIDE.test(text) && !FLOW_MARKS.test(text)
  return plain ? text : JSON.stringify(text)
}

/** Free text: quoted also where it looks like a number, so that editors take it for text too. */
export function freeText(text: string): string {
  return NOT_TEXT.test(text) ? JSON.stringify(text) : scalar(text)
}
