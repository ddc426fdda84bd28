import { drawing } from '../picture/drawing.ts'
import { escaped, svgOf } from '../picture/svg.ts'
import { pictureMarkup } from '../typst/picture.ts'
import type { PaperKind } from './kind.ts'
import type { Told } from './told.ts'

const STYLE =
  '@page{size:A4;margin:0}html,body{margin:0;background:#fff}svg{display:block;margin:0 auto;max-width:100%;height:auto}@media print{svg{width:210mm;height:296mm}}'

const nameOf = ({ office, units }: Told): string => `${units[0]!.name}${office.title}一页图`

/**
 * 一页图: one unit on one page, drawn. As SVG in a page that prints on A4 with the fonts of the machine that prints,
 * and as PDF. Word would need a picture without letters.
 */
export const picture: PaperKind = {
  id: 'picture',
  name: '一页图',
  about: 'unit',
  ending: 'html',
  write: async (told) => {
    const { office, units } = told
    const name = nameOf(told)
    const head = `<meta charset="utf-8"><title>${escaped(name)}</title><style>${STYLE}</style>`
    const svg = svgOf(name, drawing(office, units[0]!), office.mark)
    const page = `<!doctype html>\n<html lang="zh-CN"><head>${head}</head><body>\n${svg}\n</body></html>\n`
    return new TextEncoder().encode(page)
  },
  markup: (told) => {
    const { issuer, signedOn, mark } = told.office
    const settings = { name: nameOf(told), author: issuer, day: signedOn, mark }
    return pictureMarkup(settings, drawing(told.office, told.units[0]!))
  },
}
