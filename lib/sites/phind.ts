/**
 * Phind. No recent look at its wire is known: the forms it has had, and whatever else is in them is read as well. Where
 * its files go nobody has published: such a call is judged as one of unknown address.
 */
import { near } from './call-shape.ts';
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^[^/]+\/api\/(?:agent|chat|search|infer)(?:\/[\w-]+)*\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    text: [
      { at: 'user_input' },
      { at: 'question' },
      { at: 'q' },
      { at: 'codeContext', role: 'tool' },
      { at: 'context', role: 'tool' },
      { at: 'message_history/*/content', roleAt: near(2, 'role') },
      { at: 'messages/*/content/**', roleAt: near(2, 'role') },
    ],
    protocol: ['requested_model', 'message_history/*/role', 'messages/*/role', 'options/**', 'challenge/**'],
  },
];

export const phind = defineSite({
  id: 'phind',
  name: 'Phind',
  provider: 'Phind',
  hosts: HOSTS.phind,
  composer: {
    editors: ['form [contenteditable="true"]', 'form textarea'],
    sendButtons: ['form button[type="submit"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt'],
  calls,
});
