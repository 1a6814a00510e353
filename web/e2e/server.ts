// Starts what all journeys share: the server that they ask (the built guanxi, on a port of its own, with a Neo4j of its
// own and the dossiers), and one browser: Debian's Chromium, or CHROMIUM. GUANXI_E2E_URL names a server that runs
// already, instead; its Neo4j is then that of GUANXI_E2E_HOME.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    browser: string;
    /** The folder of the server's own Neo4j. */
    home: string;
  }
}

const home = process.env.GUANXI_E2E_HOME ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'guanxi/test/e2e');

/** Brings server and browser up, and gives what takes them down. */
export default async function setup(project: TestProject) {
  const running = process.env.GUANXI_E2E_URL;
  const server = running ? undefined : start();
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    // Without a graphics card, WebGL is drawn by software; putting pages together by it as well takes twice the time.
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'],
  });
  project.provide('home', home);
  project.provide('browser', browser.wsEndpoint());
  project.provide('url', server ? await address(server) : running!.replace(/\/$/, ''));
  return async () => {
    await browser.close();
    if (!server) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
  };
}

/** Starts guanxi, in the folder that is kept from run to run. */
function start() {
  return spawn('../bin/guanxi', ['serve'], {
    // A statement may take long, and one has to: no journey counts upon a fast machine.
    env: { ...process.env, GUANXI_HOME: home, GUANXI_LISTEN: '127.0.0.1:0', GUANXI_MAX_TIME: '5m', GUANXI_MAX_CONDITIONS: '100', NEO4J_URI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits until the server tells its address. */
function address(server: ReturnType<typeof start>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data.toString();
      const found = /Explorer\s+(http:\/\/\S+?)\/\s/.exec(said);
      if (found) resolve(found[1]!);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`guanxi serve ended with ${code}:\n${said}`)));
  });
}
