import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const BUILT = fileURLToPath(new URL('../../../../verifier/dist/check.html', import.meta.url))

let page: string | undefined

/** The page that checks a bundle in a browser without a network; undefined where it was not built. */
export function checkPage(): string | undefined {
  if (page === undefined && existsSync(BUILT)) page = readFileSync(BUILT, 'utf8')
  return page
}

/** What stands in README.txt of a bundle. */
export const HOW_TO_CHECK = `这是一份考核结果包，可以在任何电脑上离线核对，不必信任发出它的系统。

core/scheme/      方案和口径的全文
core/facts.json   计分用到的全部数据、打分和会议决定（不含填报人和打分人的姓名）
core/result.json  结果
core/proofs.json  每个单位的得分说明，逐步可以重新加总
bundle.json       各文件的校验值、审定情况，以及审定在操作日志里的证明
check.html        核对页

用浏览器核对：解压，双击 check.html，选中这个结果包（zip 文件）。不需要联网。
用命令核对：kaohe verify 结果包.zip

核对的内容：各文件没有被改动；由方案和数据重新计算，结果逐字节相同；每份得分说明逐步加总无误；
结果与得分说明一致；审定时记入操作日志的正是这一份。
`
