/** What the extension can know about itself and the browser it runs in. */
import { browser } from 'wxt/browser';
import type { AgentInfo } from '../records/writer.ts';

export interface Surroundings {
  agent: AgentInfo;
  /** `full` only where the gate really blocks: Firefox, and Chromium with the extension installed by policy. */
  coverage: 'full' | 'partial';
}

/** Only Firefox has it, and the common typings leave it out. */
interface FirefoxRuntime {
  getBrowserInfo(): Promise<{ name: string; version: string }>;
}

export async function readSurroundings(isManaged: boolean): Promise<Surroundings> {
  const [{ installType }, platform] = await Promise.all([
    browser.management.getSelf(),
    browser.runtime.getPlatformInfo(),
  ]);
  const isFirefox = import.meta.env.FIREFOX;
  return {
    agent: {
      app: { version: browser.runtime.getManifest().version },
      browser: await browserName(isFirefox),
      os: platform.os,
      managed: isManaged || installType === 'admin',
      install_type: installType,
    },
    coverage: isFirefox || installType === 'admin' ? 'full' : 'partial',
  };
}

async function browserName(isFirefox: boolean): Promise<AgentInfo['browser']> {
  if (isFirefox) {
    const { name, version } = await (browser.runtime as unknown as FirefoxRuntime).getBrowserInfo();
    return { name: name.toLowerCase().replace(/\W+/g, '-'), version };
  }
  const match = /\b(Edg|Chrome)\/([\d.]+)/g;
  const found = [...navigator.userAgent.matchAll(match)].map(([, name, version]) => ({
    name: name!,
    version: version!,
  }));
  const best = found.find(({ name }) => name === 'Edg') ?? found[0];
  return best
    ? { name: best.name === 'Edg' ? 'edge' : 'chromium', version: best.version }
    : { name: 'unknown', version: '0' };
}
