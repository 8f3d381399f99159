/**
 * Shared workers made of a page's own text: no answer from the network brings them, so nothing can forbid them the
 * sockets that Chromium shows no extension. They are not made.
 */
import { readAddress } from './address.ts';
import { $DOMException, $String, construct } from './pristine.ts';
import type { Realm } from './realm.ts';
import { wrapClass } from './wrap.ts';

export function refuseTextWorkers({ window }: Realm): void {
  wrapClass(window, 'SharedWorker', (args, newTarget, native) => {
    if (args.length === 0) return construct(native, [], newTarget);
    const url = $String(args[0]);
    const address = readAddress(url, window);
    if (address && !address.leaves) {
      throw new $DOMException('SharedWorker is held back by Sluice (transport_unsupported).', 'SecurityError');
    }
    return construct(native, args.length > 1 ? [url, args[1]] : [url], newTarget);
  });
}
