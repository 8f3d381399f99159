/**
 * An isolated world with a guard of fixed judgement: what holds the word `secret` is refused, `change` is rewritten, all
 * else passes, after a task. `slow` is never answered.
 */
import { fromBase64 } from '../../../lib/bridge/bytes.ts';
import { openGuardEnd } from '../../../lib/bridge/guard-end.ts';
import { parseHookMessage } from '../../../lib/bridge/parse.ts';
import type { AskMessage } from '../../../lib/bridge/protocol.ts';

const end = openGuardEnd();
end.onMessage((json) => {
  const message = parseHookMessage(json);
  if (message?.type !== 'ask') return;
  const text = textOf(message);
  if (text.includes('slow')) return;
  setTimeout(() => end.send(JSON.stringify({ type: 'verdict', id: message.id, ...judge(text) })), 5);
});

function judge(text: string) {
  if (text.includes('secret')) return { verdict: 'refuse', code: 'by_guard' };
  if (text.includes('change')) return { verdict: 'rewrite', body: { kind: 'text', text: 'changed' } };
  return { verdict: 'pass' };
}

function textOf({ url, body, headers }: AskMessage): string {
  const latin = (base64: string) => new TextDecoder('latin1').decode(fromBase64(base64));
  const content =
    body.kind === 'text'
      ? body.text
      : body.kind === 'bytes'
        ? latin(body.base64)
        : body.kind === 'fields'
          ? body.fields.map((field) => ('file' in field ? latin(field.file.base64) : field.value)).join()
          : '';
  return `${url} ${JSON.stringify(headers)} ${content}`;
}
