/** A disk of its own, in memory, whose free bytes are what a test wants. Mounting it needs root. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

const SPARE = 65_536
const MOST_SPARE = 100 * SPARE

export class Disk {
  readonly folder: string
  private readonly ballast: string

  /** @throws Error when this account may not mount, which is what the test stands on */
  constructor(megabytes: number) {
    this.folder = mkdtempSync(join(tmpdir(), 'kaohe-full-'))
    this.ballast = join(this.folder, 'ballast')
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'kaohe-full', this.folder)
  }

  get free(): number {
    const { bavail, bsize } = statfsSync(this.folder)
    return bavail * bsize
  }

  /** Takes up all but so many bytes, or a few more where others write in the same moment. */
  fillBut(bytes: number): void {
    for (let spare = 0; ; spare += SPARE) {
      const size = String(Math.max(1, this.free - bytes - spare))
      const { status } = spawnSync('fallocate', ['-l', size, this.ballast])
      if (status === 0) return
      this.clear()
      if (spare > MOST_SPARE) throw new Error('the disk could not be filled')
    }
  }

  clear(): void {
    rmSync(this.ballast, { force: true })
  }

  remove(): void {
    run('umount', '-l', this.folder)
    rmdirSync(this.folder)
  }
}
