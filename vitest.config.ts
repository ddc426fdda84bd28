import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import type { InlineConfig } from 'vitest/node'

const packages = fileURLToPath(new URL('packages', import.meta.url))

/** Tests that begin with the same preparation, which is made only where one of them runs. */
const project = (name: string, include: string[], more: InlineConfig = {}) => ({
  extends: true as const,
  test: { name, include, ...more, exclude: ['**/node_modules/**', '**/.stryker-tmp/**'] },
})

export default defineConfig({
  resolve: {
    // Packages of ours by their place beside this file: in the copy that Stryker makes, the links of
    // node_modules lead back to the original, and its changes would never be tested.
    alias: [
      {
        find: '@kaohe/cli',
        replacement: fileURLToPath(new URL('apps/cli/src/main.ts', import.meta.url)),
      },
      {
        find: '@kaohe/server',
        replacement: fileURLToPath(new URL('apps/server/src/index.ts', import.meta.url)),
      },
      { find: /^@kaohe\/(\w+)$/, replacement: `${packages}/$1/src/index.ts` },
    ],
  },
  test: {
    projects: [
      project('house', [
        'packages/*/{src,tests}/**/*.test.ts',
        'apps/!(server)/{src,tests}/**/*.test.ts',
        'tools/**/*.test.ts',
      ]),
      project('server', ['apps/server/tests/**/*.test.ts'], {
        globalSetup: 'tools/testing/migrated.ts',
      }),
      project('walks', ['e2e/**/*.test.ts'], {
        globalSetup: 'e2e/demonstrated.ts',
        // What a walk waits for has a limit of its own, which names it.
        testTimeout: 900_000,
        hookTimeout: 300_000,
      }),
    ],
    // One for each core of the usual machine: a walk waits for its browser, a test of the server for its database.
    maxWorkers: 2,
    // Many tests start PostgreSQL or build git trees: what takes 5 s takes 60 on two busy cores.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
