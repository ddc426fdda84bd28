/** What every answer must be, whatever was asked. */
const LONGEST_SHOWN = 300
const INNARDS = /\bat [\w./<>]+ \(|\.ts:\d+|syntax error|violates|relation "|node_modules|SELECT /
const CHINESE = /[\u4E00-\u9FFF]/

const isProblem = (type: string | null): boolean =>
  type?.startsWith('application/problem+json') === true

/** @returns what is wrong with it, or undefined */
export async function judged(got: Response): Promise<string | undefined> {
  if (got.ok) {
    await got.arrayBuffer()
    return undefined
  }
  const text = await got.text()
  const shown = `${got.status} ${text.slice(0, LONGEST_SHOWN)}`
  if (got.status >= 500) return shown
  if (got.status < 400) return undefined
  if (!isProblem(got.headers.get('Content-Type'))) return `no problem document: ${shown}`
  const { title = '' } = JSON.parse(text) as { title?: string }
  if (!CHINESE.test(title)) return `no words: ${shown}`
  return INNARDS.test(text) ? `innards: ${shown}` : undefined
}
