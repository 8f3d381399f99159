/** The practice chat that ships with this repository: plain JSON calls, a real ProseMirror composer. */
import { near, textAt } from './call-shape.ts';
import { defineSite } from './define-site.ts';
import { HOSTS } from './hosts.ts';
import { compilePatterns } from './path-pattern.ts';

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
      text: [textAt('messages/*/content', { roleAt: near(2, 'role') })],
      protocol: compilePatterns('conversation', 'messages/*/role'),
      conversationAt: compilePatterns('conversation'),
    },
    {
      url: /^practice\.localhost\/api\/draft$/,
      methods: ['POST'],
      kind: 'draft',
      channel: 'draft',
      formats: ['json'],
      text: [textAt('text')],
      protocol: compilePatterns('conversation'),
      conversationAt: compilePatterns('conversation'),
    },
  ],
});
