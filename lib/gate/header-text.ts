/** What the headers of a request say that a page can fill: cookies, the referrer, protocols of sockets, its own. */
import type { Prompt } from '../prompt/prompt.ts';
import type { SiteAdapter } from '../sites/adapter.ts';
import { percentDecoded } from '../sites/codecs/percent.ts';

export interface RequestHeader {
  name: string;
  value?: string | undefined;
}

/** Headers that browsers fill by themselves, and those in which sign-in puts the app's own tokens. */
const OWN =
  /^(?:accept|accept-.*|authorization|cache-control|connection|content-.*|dnt|host|if-.*|origin|pragma|priority|range|save-data|sec-ch-.*|sec-fetch-.*|sec-gpc|sec-purpose|sec-websocket-(?:extensions|key|version)|te|upgrade|upgrade-insecure-requests|user-agent|viewport-width)$/;

/** One part for each value, percent codes read. Null when no header could hold a text. */
export function readHeaders(
  { id }: Pick<SiteAdapter, 'id'>,
  url: string,
  headers: readonly RequestHeader[],
): Prompt | null {
  const texts = headers.flatMap(({ name, value = '' }) => {
    const key = name.toLowerCase();
    if (OWN.test(key) || value === '') return [];
    const values = key === 'cookie' ? value.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1)) : [value];
    return values.map((each) => percentDecoded(each.replaceAll('+', ' '))).filter((each) => each.trim() !== '');
  });
  if (texts.length === 0) return null;
  return {
    app: id,
    host: new URL(url).hostname,
    channel: 'other',
    shape: 'unknown',
    conversation: null,
    parts: texts.map((text, index) => ({ id: `header.${index}`, role: 'user', kind: 'text', text })),
    unreadable: [],
  };
}
