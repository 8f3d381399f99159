/** The practice chat that ships with this repository: plain JSON calls, a real ProseMirror composer. */
import { near } from './call-shape.ts';
import { defineSite } from './define-site.ts';
import { HOSTS } from './hosts.ts';

export const practice = defineSite({
  id: 'practice',
  name: 'Practice chat',
  provider: 'Sluice',
  hosts: HOSTS.practice,
  composer: {
    editors: ['#composer .ProseMirror'],
    sendButtons: ['#send'],
    editorKind: 'prosemirror',
  },
  promptParameters: ['q'],
  calls: [
    {
      url: /^practice\.localhost\/api\/chat$/,
      methods: ['POST'],
      kind: 'prompt',
      channel: 'typed',
      formats: ['json'],
      text: [{ at: 'messages/*/content', roleAt: near(2, 'role') }],
      protocol: ['conversation', 'messages/*/role'],
      conversationAt: ['conversation'],
    },
    {
      url: /^practice\.localhost\/api\/draft$/,
      methods: ['POST'],
      kind: 'draft',
      channel: 'draft',
      formats: ['json'],
      text: [{ at: 'text' }],
      protocol: ['conversation'],
      conversationAt: ['conversation'],
    },
  ],
});
