/** A judge as he was typed or pasted. */
export interface PastedJudge {
  readonly name: string
  readonly group: string
  readonly unit: string | null
  readonly affiliation: string
  readonly paper: boolean
}

const BETWEEN = /[\t,，、;；]|\s{2,}/

/**
 * Reads a list of judges, one a line: name, group, the unit they belong to, 纸质 for those who write on paper.
 * Columns are set apart by tabs (as from a worksheet), commas, or two spaces. A unit that is assessed is recognised
 * by its name; other words are kept as they are.
 */
export function pastedJudges(
  text: string,
  groups: readonly string[],
  units: readonly { readonly id: string; readonly name: string }[],
): PastedJudge[] {
  return text
    .split('\n')
    .map((line) => line.split(BETWEEN).flatMap((part) => part.trim() || []))
    .filter((parts) => parts.length > 0)
    .map(([name = '', ...rest]) => {
      const paper = rest.some((part) => /^纸质票?$/.test(part))
      const words = rest.filter((part) => !/^纸质票?$/.test(part))
      const [first = ''] = words
      const isGroup = groups.length === 0 ? words.length > 1 : groups.includes(first)
      const affiliation = (isGroup ? words.slice(1) : words).join(' ')
      const unit = units.find((one) => one.name === affiliation)?.id ?? null
      return { name, group: isGroup ? first : '', unit, affiliation, paper }
    })
}
