/**
 * Which texts of statements are prepared: those that come again and again. A prepared statement is parsed, checked
 * against row security and planned once a connection instead of each time.
 */
// A text that was made for one occasion (a list of so many values) does not come so often.
const WORTH_PREPARING = 5
// Each costs memory on every connection.
const MOST_PREPARED = 300
const MOST_WATCHED = 2000
const LONGEST_TEXT = 4000

export class Statements {
  private made = 0
  private readonly names = new Map<string, string>()
  private readonly seen = new Map<string, number>()

  /** The name under which a text is prepared from now on, or undefined: it is sent as it is. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text)
    if (known !== undefined || text.length > LONGEST_TEXT) return known
    if (this.names.size >= MOST_PREPARED) return undefined
    const times = (this.seen.get(text) ?? 0) + 1
    if (times < WORTH_PREPARING) {
      this.watch(text, times)
      return undefined
    }
    this.seen.delete(text)
    this.made += 1
    const name = `kaohe_${this.made}`
    this.names.set(text, name)
    return name
  }

  /** The schema has changed under what was prepared: all is prepared anew, under other names. */
  forget(): void {
    this.names.clear()
  }

  // The texts seen lately; what did not come again in a long while is forgotten.
  private watch(text: string, times: number): void {
    this.seen.delete(text)
    this.seen.set(text, times)
    const [oldest] = this.seen.keys()
    if (this.seen.size > MOST_WATCHED && oldest !== undefined) this.seen.delete(oldest)
  }
}
