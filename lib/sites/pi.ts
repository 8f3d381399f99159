/** Pi. One JSON call per prompt; it takes no files (gpt4free's client and its page, 2026). */
import { defineSite } from './define-site.ts';
import { HOSTS } from './hosts.ts';

export const pi = defineSite({
  id: 'pi',
  name: 'Pi',
  provider: 'Inflection',
  hosts: HOSTS.pi,
  composer: {
    editors: ['textarea[role="textbox"]', 'textarea'],
    sendButtons: ['button[aria-label="Submit text"]', 'button[type="submit"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'message', 'prompt'],
  calls: [
    {
      url: /^[^/]+\/api\/(?:v\d+\/)?chat\/?$/,
      methods: ['POST'],
      kind: 'prompt',
      channel: 'typed',
      formats: ['json'],
      text: [{ at: 'text' }],
      protocol: ['conversation|mode', 'header/x-api-version'],
      conversationAt: ['conversation'],
    },
    {
      url: /^[^/]+\/api\/(?:v\d+\/)?(?:chat\/)?(?:feedback|report)\/?$/,
      methods: ['POST'],
      kind: 'prompt',
      channel: 'typed',
      formats: ['json'],
      text: [{ at: 'text|comment|feedback' }],
      protocol: ['conversation|messageSid|sid|type|reason'],
      conversationAt: ['conversation'],
    },
  ],
});
