// Builds the web pages into dist, which the Go program embeds: the explorer (index.html) and GraphiQL (graphiql.html), each
// with scripts of its own. `npm run dev` serves them beside a guanxi on port 8080.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // dist/.gitkeep is committed, so that the Go program compiles where Node has never run. Emptying dist takes it, and
    // public/.gitkeep puts it back.
    emptyOutDir: true,
    // GraphiQL's editor is one large file: a warning about that on every build would say nothing new.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'],
      // GraphiQL's libraries carry directives for React's compiler, which has already run on them.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: { '/graphql': 'http://127.0.0.1:8080', '/schema.graphql': 'http://127.0.0.1:8080' },
  },
});
