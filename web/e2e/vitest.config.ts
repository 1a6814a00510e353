// Runs the journeys: two at a time, of one file after the other, against one server that is started before them; what
// needs the clipboard or the database to itself is a test.sequential. `shots` as a filter takes the pictures.
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'e2e',
    exclude: [...configDefaults.exclude, '**/measure/**'],
    globalSetup: 'e2e/server.ts',
    fileParallelism: false,
    sequence: { concurrent: true },
    maxConcurrency: 2,
    // Where others share the processors a browser may be starved; what passes at the second time only is told as such.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 240_000,
    hookTimeout: 180_000,
  },
});
