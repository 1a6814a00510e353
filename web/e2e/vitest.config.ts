// Runs the journeys: one after the other, against one server that is started before them. `shots` as a filter takes the
// pictures in their place.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: 'e2e',
    globalSetup: 'e2e/server.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
