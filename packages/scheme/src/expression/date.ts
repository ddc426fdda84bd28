import { parseDay } from '@kaohe/engine'
import { plainOf } from '../diagnostic/lookalike.ts'
import { type Parsed, lookAlikeIn, wrong } from './mistake.ts'

const OTHER_FORMS = /^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?$/

function usual(text: string): string | undefined {
  const match = OTHER_FORMS.exec(plainOf(text))
  if (!match) return undefined
  const [, year, month, day] = match as unknown as [string, string, string, string]
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDay(written) ? written : undefined
}

/**
 * Reads a day written `2023-12-31`.
 * @example
 * parseDate('2023-12-31') // { value: '2023-12-31' }
 * isWrong(parseDate('2023-02-30')) // true
 */
export function parseDate(text: string): Parsed<string> {
  if (parseDay(text)) return { value: text }
  const span = {
    from: 0,
    to: text.length,
    found: text,
    expected: { zh: '年-月-日，如 2023-12-31', en: 'a date, such as 2023-12-31' },
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return wrong({ code: 'no-such-day', ...span })
  const nearest = usual(text)
  return wrong(lookAlikeIn(text) ?? { code: 'bad-date', ...span, ...(nearest ? { nearest } : {}) })
}
