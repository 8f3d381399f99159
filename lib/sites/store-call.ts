import type { SiteCall } from './define-site.ts';

/**
 * The call that brings one file's content to where uploads are kept: the body is the file, and the address carries the
 * permission to store it. `protocol`: what else the app's own code writes into such a call.
 */
export function storeCall(
  url: RegExp,
  { methods = ['PUT', 'POST'], protocol = [] }: Partial<Pick<SiteCall, 'methods' | 'protocol'>> = {},
): SiteCall {
  return {
    url,
    methods,
    kind: 'upload',
    channel: 'file',
    formats: ['text'],
    file: true,
    text: [{ at: '**' }],
    protocol: ['url/**', ...protocol],
  };
}
