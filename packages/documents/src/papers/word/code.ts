import { AlignmentType, ImageRun, LineRuleType, Paragraph, TextRun } from 'docx'
import { encodeQR } from 'qr'

const QR_SIDE = 170
const QR_SCALE = 8
const QR_BORDER = 4
// A picture in a line of fixed height would be cut off.
const AS_HIGH_AS_IT_IS = { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 120 }
const LINK_SIZE = 17

function codeOf(link: string, says: string): ImageRun {
  const data = encodeQR(link, 'gif', { ecc: 'medium', scale: QR_SCALE, border: QR_BORDER })
  const altText = { name: says, title: says, description: says }
  return new ImageRun({
    type: 'gif',
    data,
    transformation: { width: QR_SIDE, height: QR_SIDE },
    altText,
  })
}

const centred = (child: TextRun | ImageRun): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: AS_HIGH_AS_IT_IS,
    keepNext: true,
    children: [child],
  })

/** A link as a picture that a phone reads, and in letters. */
export const code = (link: string, says: string): Paragraph[] => [
  centred(codeOf(link, says)),
  centred(new TextRun({ text: link, size: LINK_SIZE, font: 'Courier New', characterSpacing: 0 })),
]
