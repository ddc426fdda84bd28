import type { Command } from '../command.ts'

/** A command by its name; it is loaded when it is asked for, so that starting one does not load all. */
export interface Entry {
  readonly name: string
  load(): Promise<Command>
}

/** Every command of the tool, in the order of its help; a new one is its file and a line here. */
export const commands: readonly Entry[] = [
  { name: 'demo', load: async () => (await import('./demo.ts')).demo },
  { name: 'lint', load: async () => (await import('./lint.ts')).lint },
  { name: 'show', load: async () => (await import('./show.ts')).show },
  { name: 'bounds', load: async () => (await import('./bounds.ts')).bounds },
  { name: 'template', load: async () => (await import('./template.ts')).template },
  { name: 'score', load: async () => (await import('./score.ts')).score },
  { name: 'rank', load: async () => (await import('./rank.ts')).rank },
  { name: 'explain', load: async () => (await import('./explain.ts')).explain },
  { name: 'check', load: async () => (await import('./check.ts')).check },
  { name: 'verify', load: async () => (await import('./verify.ts')).verify },
  { name: 'diff', load: async () => (await import('./diff.ts')).diff },
  { name: 'simulate', load: async () => (await import('./simulate.ts')).simulate },
  { name: 'backtest', load: async () => (await import('./backtest.ts')).backtest },
  { name: 'sensitivity', load: async () => (await import('./sensitivity.ts')).sensitivity },
  { name: 'coverage', load: async () => (await import('./coverage.ts')).coverage },
  { name: 'audit', load: async () => (await import('./audit.ts')).audit },
  { name: 'test', load: async () => (await import('./test.ts')).test },
]
