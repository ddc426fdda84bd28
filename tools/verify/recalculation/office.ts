import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const PATIENCE = 300_000

/** LibreOffice without a window, with a profile of its own. */
export class Office {
  readonly #program: string
  readonly #folder: string
  #count = 0

  constructor(program: string, folder: string) {
    this.#program = program
    this.#folder = folder
  }

  /** Opens a workbook, computes it, and saves it anew. @returns The bytes that were saved. */
  resave(bytes: Uint8Array): Uint8Array {
    this.#count += 1
    const [from, to] = [join(this.#folder, `${this.#count}.xlsx`), join(this.#folder, 'saved')]
    mkdirSync(to, { recursive: true })
    writeFileSync(from, bytes)
    const profile = pathToFileURL(join(this.#folder, 'profile')).href
    const args = ['--headless', '--norestore', `-env:UserInstallation=${profile}`]
    const how = ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', to, from]
    const { status, stderr } = spawnSync(this.#program, [...args, ...how], {
      encoding: 'utf8',
      timeout: PATIENCE,
    })
    if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
    return readFileSync(join(to, `${this.#count}.xlsx`))
  }
}
