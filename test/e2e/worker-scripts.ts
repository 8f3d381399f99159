import { beforeAll } from 'vitest';
import { chatgpt } from '../fixtures/sites/chatgpt/page/app.ts';
import type { DriverName } from './drivers/driver.ts';
import { useBrowser, type World } from './use-browser.ts';

/**
 * A browser and a stand-in of ChatGPT that also serves scripts of workers, by path. Its page may load and call anything:
 * what holds workers is nothing of its own.
 */
export function useWorkerScripts(browser: DriverName, scripts: Readonly<Record<string, string>>): World {
  const app = {
    ...chatgpt,
    csp: "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'",
    answer(call: Parameters<typeof chatgpt.answer>[0]) {
      const script = scripts[call.url.pathname];
      if (script === undefined) return chatgpt.answer(call);
      call.response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      return true;
    },
  };
  const world = useBrowser(browser, { apps: [app] });
  beforeAll(async () => {
    // The first page after an install waits for the admin's settings; the tests are not about that.
    const first = await world.driver.open('https://chatgpt.com/');
    await first.evaluate(`fetch('/backend-api/me?x=1', { method: 'POST', body: '{}' }).then(() => 0)`);
    await first.close();
  });
  return world;
}
