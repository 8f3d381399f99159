import { describe, expect, it } from 'vitest';
import { pi } from '../../../lib/sites/pi.ts';
import { siteForUrl } from '../../../lib/sites/registry.ts';
import { CONVERSATION, piUrl } from '../../fixtures/sites/pi/bodies.ts';
import { chatBody } from '../../fixtures/sites/pi/page/wire.ts';
import { checkWires } from './check-wires.ts';
import { post } from './requests.ts';
import { JSON_TYPE, prompts } from './wire.ts';

const send = (url: string, body: unknown) => post(url, JSON.stringify(body), JSON_TYPE);

checkWires(
  prompts(pi, {
    Pi: (text) => send(piUrl.chat, chatBody(CONVERSATION, text)),
    'Pi, feedback': (text) => send(piUrl.feedback, { conversation: CONVERSATION, type: 'other', comment: text }),
  }),
);

describe('Pi', () => {
  it('shows the prompt alone, its conversation, and what stands in a field it does not know', async () => {
    const prompt = await pi.read(send(piUrl.chat, { ...chatBody(CONVERSATION, 'hello'), memo: 'Call Jane Doe' }));
    expect(prompt).toMatchObject({ shape: 'known', conversation: CONVERSATION });
    expect(prompt?.parts.map(({ text }) => text)).toEqual(['hello', 'Call Jane Doe']);
  });

  it('takes the start of a conversation for a call of the app, and other hosts for other apps', () => {
    expect(pi.callKind({ method: 'POST', url: piUrl.start, transport: 'fetch' })).toBe('other');
    expect(siteForUrl('https://raspberrypi.ai/')).toBeNull();
  });
});
