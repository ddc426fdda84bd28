import { join } from 'node:path'
import type { Published } from '@kaohe/scheme'
import { main } from '@kaohe/cli'

const root = join(import.meta.dirname, '..', '..')

/** Of each scoring scheme: what its standing is called, and the units whose proofs are kept. */
const KEPT: Readonly<Record<string, { readonly rank: string; readonly units: readonly string[] }>> =
  {
    'ganzhou-2023': { rank: 'ranking', units: ['t03', 's03', 't06', 't09'] },
    'guiyang-2021': { rank: 'consequences', units: ['c27', 'c17', 'c06'] },
    'neimenggu-2020': { rank: 'ranking', units: ['ordos', 'alxa'] },
    'dongguan-2017': { rank: 'ranking', units: ['town-01', 'factory-01'] },
  }

/** What a command of the tool prints. @throws Error when it does not end well */
async function printed(args: readonly string[]): Promise<string> {
  const said: string[] = []
  const notes: string[] = []
  const out = { write: (text: string | Uint8Array) => said.push(String(text)) }
  const err = { write: (text: string) => notes.push(text) }
  const exit = await main([...args, '--quiet'], { out, err })
  if (exit !== 0) throw new Error(`kaohe ${args.join(' ')}: ${notes.join('')}`)
  return said.join('')
}

function commandsOf(id: string): readonly (readonly [file: string, args: readonly string[]])[] {
  const { rank, units } = KEPT[id] ?? { rank: 'ranking', units: [] }
  const folder = join(root, 'schemes', id)
  return [
    ['scores.json', ['score', folder, '--format', 'json']],
    [`${rank}.md`, ['rank', folder, '--format', 'markdown']],
    ...units.map((unit): readonly [string, readonly string[]] => [
      `proof-${unit}.md`,
      ['explain', folder, '--unit', unit, '--depth', '3', '--format', 'markdown'],
    ]),
  ]
}

/** The schemes with golden files. */
export const KEPT_SCHEMES = Object.keys(KEPT)

/** The golden files of a scheme: scores, standing and proofs on the demonstration year. */
export async function expectedOf(id: string): Promise<readonly Published[]> {
  const files: Published[] = []
  for (const [file, args] of commandsOf(id))
    files.push({ path: `schemes/${id}/expected/${file}`, text: await printed(args) })
  return files
}
