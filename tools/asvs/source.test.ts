/** What the source does not do, so that whole kinds of faults cannot be in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

const sources = ['apps', 'packages'].flatMap((floor) =>
  readdirSync(join(ROOT, floor)).flatMap((name) => {
    const folder = join(ROOT, floor, name, 'src')
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${floor}/${name}/src/${file}`)
  }),
)
const texts = new Map(sources.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))

/** The files in which it stands, but for those that may, each with the reason why that is harmless. */
function breaking(
  pattern: RegExp,
  may: Readonly<Record<string, string>> = {},
  where = /^/,
): string[] {
  const found = [...texts].filter(([file, text]) => where.test(file) && pattern.test(text))
  return found.map(([file]) => file).filter((file) => may[file] === undefined)
}

const BEHIND = /^apps\/server|^packages\/(?!engine)/

describe('no source', () => {
  it('goes unread', () => {
    expect(sources.length).toBeGreaterThan(800)
  })

  it('puts values into the words of a query', () => {
    const may = {
      'packages/storage/src/backup/restore.ts': 'names of tables as the backup has them, quoted',
      'packages/storage/src/embedded/cluster.ts': 'the name of our own database',
    }
    const made = /\bsql\.raw\b|\.query\(\s*`[^`]*\$\{|\.raw\(\s*`[^`]*\$\{/
    expect(breaking(made, may)).toEqual([])
  })

  it('starts a program by way of a shell', () => {
    const shell = /import [^\n]*\bexec(?:Sync)?\b[^\n]*child_process|shell:\s*true/
    expect(breaking(shell)).toEqual([])
  })

  it('writes markup of its own into a page of the application', () => {
    const markup =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/
    expect(breaking(markup)).toEqual([])
  })

  it('makes a program of words', () => {
    expect(breaking(/\beval\(|new Function\(|setTimeout\(\s*['"`]|node:vm/)).toEqual([])
  })

  it('hashes, seals or signs by anything but SHA-256, AES-256-GCM and Ed25519', () => {
    const hashes = /create(?:Hash|Hmac)\(\s*(?!'sha256')/
    const ciphers = /create(?:C|Dec)ipheriv\(\s*(?!'aes-256-gcm')/
    const keys = /generateKeyPairSync\(\s*(?!'ed25519')/
    for (const pattern of [hashes, ciphers, keys]) expect(breaking(pattern)).toEqual([])
  })

  it('takes from chance that can be guessed, where something hangs on it', () => {
    expect(breaking(/Math\.random/, {}, BEHIND)).toEqual([])
  })

  it('of the server asks an address by itself', () => {
    const may = {
      'apps/server/src/outside/bots.ts': 'the bots of three makers, checked when they are used',
    }
    expect(breaking(/\bfetch\(|node:https?'.*request/, may, BEHIND)).toEqual([])
  })

  it('opens a socket to the browser besides requests', () => {
    expect(breaking(/WebSocket/)).toEqual([])
  })

  it('keeps in the browser what is not one’s own and not yet sent', () => {
    const may = {
      'apps/web/src/parts/drafts.ts': 'what was typed and not yet sent, by person',
      'apps/web/src/rooms/planning/autosave.ts': 'what was typed and not yet sent',
      'apps/web/src/rooms/review/meeting/queue.ts': 'ballots on their way, until the tab is closed',
      'apps/web/src/rooms/review/meeting/problem-queue.ts': 'likewise',
      'apps/web/src/rooms/review/meeting/ballot-data.ts': 'the judge’s own link, likewise',
      'apps/web/src/rooms/review/letter/kept.ts': 'the leader’s own link and answer, likewise',
    }
    const kept = /localStorage|sessionStorage|indexedDB|caches\.open|document\.cookie/
    expect(breaking(kept, may)).toEqual([])
  })

  it('holds a key', () => {
    expect(breaking(/-----BEGIN [A-Z ]*PRIVATE KEY/)).toEqual([])
  })
})
