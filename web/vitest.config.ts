// Runs the tests of what needs no browser: those beside the sources.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { dir: 'src' } });
