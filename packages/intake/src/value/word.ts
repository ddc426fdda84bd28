import type { Plain } from '../grid/index.ts'
import { nearestOf } from '../names/nearest.ts'
import { fault, type Reading, read, refuse, say } from '../report/index.ts'
import { fold, tidy } from './clean.ts'

const YES = new Set(['是', '√', '✓', '✔', 'true', 'yes', 'y', '☑'])
const NO = new Set(['否', '×', '✗', '✘', 'false', 'no', 'n', '☐'])
const TRUTH_HINTS: Readonly<Record<string, string>> = {
  有: '是',
  已: '是',
  对: '是',
  已完成: '是',
  完成: '是',
  达标: '是',
  已报: '是',
  '1': '是',
  无: '否',
  没有: '否',
  错: '否',
  未完成: '否',
  未: '否',
  不是: '否',
  未达标: '否',
  '0': '否',
}

/** Reads 是 or 否, also as √ and ×, or as the truth value of a cell. */
export function readTruth(plain: Plain): Reading<boolean> {
  if (typeof plain === 'boolean') return read(plain)
  const word = fold(`${plain}`)
  if (YES.has(word)) return read(true)
  if (NO.has(word)) return read(false)
  const nearest = TRUTH_HINTS[word]
  const details = {
    found: tidy(`${plain}`),
    expected: say('请写“是”或“否”', 'write 是 or 否'),
    ...(nearest === undefined ? {} : { nearest }),
  }
  return refuse(fault('not-a-truth', say('不是“是”或“否”', 'neither 是 nor 否'), details))
}

/** Reads one of the words that the scheme allows. */
export function readWord(plain: Plain, words: readonly string[]): Reading<string> {
  const wanted = fold(`${plain}`)
  const word = words.find((w) => fold(w) === wanted)
  if (word !== undefined) return read(word)
  const nearest = nearestOf(wanted, words)
  const list = words.join('、')
  const details = {
    found: tidy(`${plain}`),
    expected: say(`只能是：${list}`, `one of: ${list}`),
    ...(nearest === undefined ? {} : { nearest }),
  }
  return refuse(fault('wrong-word', say('不在可选的词里', 'not one of the words allowed'), details))
}

const LOST_DIGITS = 1e15

/** Reads free text; a number that a spreadsheet has already cut is refused. */
export function readText(plain: Plain): Reading<string> {
  const text = tidy(`${plain}`)
  const cut =
    (typeof plain === 'number' && Math.abs(plain) >= LOST_DIGITS) ||
    /^\d(\.\d+)?e\+?\d{2,}$/i.test(text)
  if (!cut) return read(typeof plain === 'boolean' ? (plain ? '是' : '否') : text)
  const expected = say(
    '请把这一格设为文本格式后重写全部数字',
    'format the cell as text and write all digits again',
  )
  return refuse(
    fault(
      'scientific',
      say(
        '号码成了科学计数法，后面的位数已经丢失',
        'scientific notation: the last digits are lost',
      ),
      { found: text, expected },
    ),
  )
}
