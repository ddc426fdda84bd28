import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/{src,tests}/**/*.test.ts',
      'apps/*/{src,tests}/**/*.test.ts',
      'tools/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/.stryker-tmp/**'],
    // Several tests start PostgreSQL or build git trees: the default 5 s is tight on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
