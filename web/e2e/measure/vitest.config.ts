// Runs the measurements of the explorer, one after the other, against one server: `make webmeasure`. They are apart from
// the journeys, since they take long and prove nothing but how fast something is.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'e2e/measure',
    globalSetup: 'e2e/server.ts',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 180_000,
  },
});
