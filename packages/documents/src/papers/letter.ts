import type { Block } from './block.ts'
import type { Paper } from './paper.ts'
import {
  addressee,
  attached,
  attachments,
  blank,
  chineseDate,
  note,
  signature,
  text,
  title,
} from './words.ts'

/** A letter 函 that asks a leader for his evaluation of a unit, with the link by which he answers. */
export interface EvaluationLetter {
  /** The office that asks. */
  readonly issuer: string
  readonly number: string | null
  /** The body that receives it 主送机关. */
  readonly body: string
  readonly leader: string
  readonly post: string
  readonly unit: string
  /** Of what: the name of the cycle. */
  readonly subject: string
  /** As the scheme calls this evaluation, and its clause. */
  readonly source: string
  readonly clause: string | null
  /** What is asked: its name, and what may be given. */
  readonly asked: readonly { readonly name: string; readonly range: string }[]
  /** The most signs of an opinion, where the scheme sets a limit. */
  readonly remark: number | null
  /** The address with the token in its fragment. */
  readonly link: string
  /** The day on which the answer is due, and the one on which the letter is written: `2024-01-20`. */
  readonly dueOn: string
  readonly day: string
  readonly contact: string | null
  /** It reminds of one that was not answered. */
  readonly reminder: boolean
}

/** Millimetres of room to write in. */
const ROOM = { words: 26, signature: 13 } as const
const POINTS = '＿＿＿＿＿＿'

/** What is attached: the link, and the sheet on which one may answer instead, which two persons type. */
function sheetOf({ unit, asked, remark, link }: EvaluationLetter): Block[] {
  const limit = remark === null ? '' : `\n（不超过${remark}字）`
  const rows = [
    { label: '评价的单位', text: unit, room: 0 },
    ...asked.map(({ name, range }) => ({ label: name, text: `${POINTS}　${range}`, room: 0 })),
    { label: `评价意见${limit}`, text: '', room: ROOM.words },
    { label: '对考核工作的建议', text: '', room: ROOM.words },
    { label: '签名和日期', text: '', room: ROOM.signature },
  ]
  return [
    attached(),
    title('评价答复单'),
    ...text(
      '扫码答复，不需要账户，约两分钟；链接只供一人使用，只能答复一次，请勿转发。答复在截止收函以前密封。',
    ),
    { kind: 'code', link, says: '扫码答复的二维码' },
    ...text('或者填写下表，签名后密封退回：'),
    { kind: 'form', rows },
  ]
}

/** Whom it is for, as the text calls him. */
function leaderOf({ leader, post }: EvaluationLetter): string {
  if (leader === '') return '贵单位分管共青团工作的领导同志'
  return `${post}${leader}同志`
}

function wordsOf(letter: EvaluationLetter): string {
  const { subject, unit, source, clause, asked, dueOn, reminder } = letter
  const basis = clause === null ? source : `${source}，${clause}`
  const what = asked.map(({ name, range }) => `“${name}”（${range}）`).join('、')
  const first = reminder
    ? `前已去函请${leaderOf(letter)}评价${unit}的工作，至今没有收到答复，现再次函请。请用本函的二维码，以前的链接不再有效。`
    : `按照${subject}的安排（${basis}），现请${leaderOf(letter)}对${unit}的工作作出评价。`
  return [
    first,
    `请结合该单位的专题汇报和平时掌握的情况，评价${what}，也可以写下评价意见和对考核工作的建议。`,
    `请于${chineseDate(dueOn)}前答复：扫描附件上的二维码，或者填写附件的答复单，两种办法任选一种。`,
  ].join('\n')
}

const titleOf = ({ unit, reminder }: EvaluationLetter): string =>
  reminder ? `关于请尽快评价${unit}工作的函` : `关于请评价${unit}工作的函`

/** The letter in the form of letters (信函格式), with the sheet for the answer attached. */
export function evaluationLetter(letter: EvaluationLetter): Paper {
  const { issuer, number, body, day, contact } = letter
  return {
    form: 'letter',
    onePage: true,
    name: titleOf(letter),
    issuer,
    ...(number !== null && { number }),
    day,
    children: [
      title(titleOf(letter)),
      blank(),
      addressee(body),
      ...text(wordsOf(letter)),
      ...attachments(['评价答复单']),
      signature(issuer, day),
      ...(contact === null ? [] : [note(`联系人：${contact}`)]),
      ...sheetOf(letter),
    ],
  }
}
