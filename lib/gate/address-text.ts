/** An address read as a person would: its host and path as words. What is taken out in them is no less taken out. */
import type { Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest } from '../prompt/request.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { percentDecoded } from '../sites/codecs/percent.ts';

/** Null when there is nothing but the host's usual name. The query is read with the body, by lib/sites/generic.ts. */
export function readAddress({ id }: Pick<SiteAdapter, 'id'>, { url }: Pick<CapturedRequest, 'url'>): Prompt | null {
  const { hostname, pathname } = new URL(url);
  const labels = hostname.split('.').slice(0, -2);
  const words = [...labels, ...pathname.split('/')].map(percentDecoded).filter((word) => word !== '');
  if (words.length === 0) return null;
  const spoken = words.map((word) => word.replace(/[-_+.]+/g, ' ')).join('\n');
  const texts = [...new Set([words.join('\n'), spoken])];
  return {
    app: id,
    host: hostname,
    channel: 'url',
    shape: 'unknown',
    conversation: null,
    parts: texts.map((text, index) => ({ id: `address.${index}`, role: 'user', kind: 'text', text })),
    unreadable: [],
  };
}
