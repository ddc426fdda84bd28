import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const packages = fileURLToPath(new URL('packages', import.meta.url))

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
    include: [
      'packages/*/{src,tests}/**/*.test.ts',
      'apps/*/{src,tests}/**/*.test.ts',
      'tools/**/*.test.ts',
      'e2e/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/.stryker-tmp/**'],
    // Several tests start PostgreSQL or build git trees: the default 5 s is tight on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
