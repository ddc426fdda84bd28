import { LOSS, type Shape, settled as n } from './shape.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Words of people as words of markup. */
export const escaped = (said: string): string =>
  said.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign]!).replaceAll(/\p{Cc}/gu, ' ')

function shown(shape: Shape): string {
  if (shape.kind === 'bar') {
    const { x, y, width, height, fill } = shape
    return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"/>`
  }
  if (shape.kind === 'line') {
    const { x1, y1, x2, y2, stroke } = shape
    return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="0.25"/>`
  }
  const { x, y, text, size, bold, anchor, fill } = shape
  const weight = bold ? ' font-weight="bold"' : ''
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" text-anchor="${anchor}" fill="${fill}"${weight}>${escaped(text)}</text>`
}

function across(mark: string | null): string {
  if (mark === null) return ''
  return `<text x="105" y="150" font-size="20" text-anchor="middle" fill="${LOSS}" fill-opacity="0.16" transform="rotate(-35 105 150)">${escaped(mark)}</text>`
}

const FONTS = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC','SimHei',sans-serif"

/** A drawing as SVG on A4. @param mark across it; null where it may leave the office */
export function svgOf(title: string, shapes: readonly Shape[], mark: string | null): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210mm" height="297mm" font-family="${FONTS}" role="img">`,
    `<title>${escaped(title)}</title>`,
    ...shapes.map(shown),
    across(mark),
    '</svg>',
  ].join('\n')
}
