import { chosenFonts, type Role, ROLES } from '@kaohe/typeset'
import type { Logger } from 'pino'

/** Without these an official document does not look like one. */
const EXPECTED: readonly Role[] = ['text', 'title']

/** Says which fonts of official documents are not in the folder that the site named. */
export function tellFonts(log: Logger, folder: string | null): void {
  if (folder === null) return
  const chosen = chosenFonts(folder)
  const lacking = EXPECTED.filter((role) => !chosen[role].own)
  if (lacking.length === 0) return
  const names = lacking.map((role) => ROLES[role].called).join('、')
  log.warn(`KAOHE_FONTS 的文件夹里没有找到${names}，PDF 里用 Noto Serif SC 代替`)
}
