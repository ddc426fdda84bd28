/** Three ways through the same workbook. Only ours says what the rows mean and what is wrong with them. */
import { Readable } from 'node:stream'

const SCHEME = `
方案: workbook
名称: 读入
版本: "1"
发文: {机关: 示范县委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
考核对象: [{编号: township, 名称: 乡镇团委}]
事件:
  - 编号: volunteer
    名称: 志愿服务活动
    属性:
      - {编号: level, 名称: 活动级别, 类型: 选项, 选项: [区级, 市级, 省级]}
      - {编号: people, 名称: 参加人数, 类型: 数值, 单位: 人, 最小: 1人}
      - {编号: title, 名称: 活动名称, 类型: 文字}
指标: [{编号: a, 名称: 活动, 分值: 100, 规则: {每次: {事件: volunteer, 得: 1}, 上限: 100}}]
`

/** Ours: read, every cell checked against the scheme, duplicates looked for, the facts kept. */
async function ours(bytes: Uint8Array): Promise<number> {
  const { readScheme } = await import('../../packages/scheme/src/index.ts')
  const { readFacts } = await import('../../packages/intake/src/index.ts')
  const { scheme, diagnostics } = readScheme(SCHEME, { file: 'workbook.yaml' })
  if (scheme === undefined) throw new Error(diagnostics[0]?.message)
  const read = readFacts([{ path: '数据.xlsx', bytes }], scheme)
  if (read.dataset === undefined) throw new Error(read.diagnostics[0]?.message)
  return read.dataset.events.length
}

/** The streaming reader of exceljs: texts of the table put in, nothing kept. */
async function exceljs(bytes: Uint8Array): Promise<number> {
  const { default: ExcelJS } = await import('exceljs')
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
  })
  let rows = 0
  for await (const one of reader) for await (const row of one) rows += row.cellCount > 0 ? 1 : 0
  return rows - 5
}

type On = { text: (text: string) => void; close: (name: string) => void }

/** One part of the workbook through the parser, 64 KB of the archive at a time. */
async function scan(bytes: Uint8Array, part: string, on: On): Promise<void> {
  const { Unzip, UnzipInflate } = await import('fflate')
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ position: false as const })
  parser.on('text', on.text)
  parser.on('closetag', (node) => on.close(node.name))
  parser.on('error', (error) => {
    throw error
  })
  const decoder = new TextDecoder()
  const unzip = new Unzip((file) => {
    if (file.name !== part) return
    file.ondata = (error, data, last) => {
      if (error) throw error
      parser.write(decoder.decode(data, { stream: !last }))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  const STEP = 65_536
  for (let at = 0; at < bytes.length; at += STEP)
    unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  parser.close()
}

/** The barest loop: fflate inflates, saxes parses, texts of the table are looked up, nothing is kept. */
async function loop(bytes: Uint8Array): Promise<number> {
  const strings: string[] = []
  let current = ''
  const text = (t: string) => (current = t)
  await scan(bytes, 'xl/sharedStrings.xml', {
    text,
    close: (name) => name === 'si' && strings.push(current),
  })
  let [rows, filled] = [0, 0]
  await scan(bytes, 'xl/worksheets/sheet2.xml', {
    text,
    close: (name) => {
      if (name === 'v') filled += (strings[Number(current)] ?? current).length > 0 ? 1 : 0
      else if (name === 'row') rows += 1
    },
  })
  return filled > 0 ? rows - 1 : 0
}

export const READERS: Readonly<Record<string, (bytes: Uint8Array) => Promise<number>>> = {
  ours,
  exceljs,
  loop,
}
