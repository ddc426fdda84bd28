/** The page that checks a bundle: no network, no server, nothing kept. */
import { unpack } from './unpack.ts'
import { type Verdict, verify } from './verify.ts'

function element(name: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  if (className !== '') made.className = className
  return made
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const made = element('table')
  made.append(element('caption', caption))
  const top = element('tr')
  top.append(...head.map((name) => element('th', name)))
  const body = rows.map((cells) => {
    const row = element('tr')
    row.append(...cells.map((cell) => element('td', cell)))
    return row
  })
  made.append(top, ...body)
  return made
}

function shown({ title, about, findings, lines, faults }: Verdict): HTMLElement[] {
  const holds = findings.every((one) => one.holds)
  const verdict = holds ? '核对无误' : '核对不符'
  const list = element('ul')
  list.append(...faults.map((fault) => element('li', fault)))
  return [
    element('h2', title),
    ...about.map((line) => element('p', line, 'about')),
    element('p', verdict, holds ? 'verdict right' : 'verdict wrong'),
    table(
      '核对了什么',
      ['内容', '结论', '情况'],
      findings.map(({ what, holds: right, found }) => [what, right ? '相符' : '不符', found]),
    ),
    ...(faults.length === 0 ? [] : [element('h3', '不符的地方'), list]),
    table(
      '结果',
      ['单位', '总分', '名次', '等次'],
      lines.map(({ name, total, rank, grade }) => [name, total, rank, grade]),
    ),
  ]
}

// What was said last is painted before the work begins, which leaves no time for it.
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

async function check(file: File, into: HTMLElement): Promise<void> {
  into.replaceChildren(element('p', `正在核对 ${file.name}……`))
  await painted()
  try {
    into.replaceChildren(...shown(verify(unpack(new Uint8Array(await file.arrayBuffer())))))
  } catch (error) {
    const why = error instanceof Error ? error.message : '核对不了'
    into.replaceChildren(element('p', `${file.name}：${why}`, 'verdict wrong'))
  }
}

const input = document.querySelector<HTMLInputElement>('input[type=file]')!
const report = document.querySelector<HTMLElement>('#report')!
input.addEventListener('change', () => {
  const [file] = input.files ?? []
  if (file !== undefined) void check(file, report)
})
