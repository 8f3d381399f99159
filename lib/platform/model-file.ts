/** Files of models that are packed with the extension. */
import { browser } from 'wxt/browser';

/** @param file name of a file in public/models/ */
export async function readModelFile(file: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(`models/${file}`, browser.runtime.getURL('/')));
  return new Uint8Array(await answer.arrayBuffer());
}
