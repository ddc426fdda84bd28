/** The steps of `npm test` besides the tests themselves: each counts as one, passed or failed. */
export interface Step {
  readonly name: string
  readonly command: readonly string[]
}

export const steps: readonly Step[] = [
  { name: 'format', command: ['biome', 'format', '--colors=off'] },
  {
    name: 'lint',
    command: ['oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
  },
  { name: 'typecheck', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'typecheck of the web', command: ['tsc', '-p', 'apps/web'] },
  { name: 'typecheck of the verifier', command: ['tsc', '-p', 'apps/verifier'] },
  { name: 'check-house', command: ['node', 'tools/check-house/main.ts'] },
]
