// Starts the server that the journeys ask: the built guanxi, on a port of its own, with a Neo4j of its own and the
// dossiers. GUANXI_E2E_URL names one that runs already, instead.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
  }
}

/** Brings the server up, and gives what takes it down. */
export default async function setup(project: TestProject) {
  const running = process.env.GUANXI_E2E_URL;
  if (running) {
    project.provide('url', running.replace(/\/$/, ''));
    return;
  }
  const home = process.env.GUANXI_E2E_HOME ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'guanxi/test/e2e');
  const server = spawn('../bin/guanxi', ['serve'], {
    env: { ...process.env, GUANXI_HOME: home, GUANXI_LISTEN: '127.0.0.1:0', NEO4J_URI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  project.provide('url', await address(server));
  return async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
  };
}

/** Waits until the server tells its address. */
function address(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data.toString();
      const found = /Explorer\s+(http:\/\/\S+?)\/\s/.exec(said);
      if (found) resolve(found[1]!);
    };
    server.stdout!.on('data', hear);
    server.stderr!.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`guanxi serve ended with ${code}:\n${said}`)));
  });
}
