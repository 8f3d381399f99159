/** Character.AI. Turns are commands over a socket. */
import { defineSite, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

const calls: SiteCall[] = [
  {
    url: /^neo\.character\.ai\/ws\/?$/,
    methods: ['GET'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
    strict: true,
    text: [
      { at: 'payload/turn/candidates/*/raw_content' },
      { at: 'payload/new_candidate_raw_content' },
      { at: 'payload/chat/title' },
    ],
    protocol: [
      'url/**',
      'command|request_id|origin_id',
      'payload/character_id|chat_id|user_name|selected_language|tts_enabled|num_candidates|new_candidate_name',
      'payload/turn_key|chat_key|primary_candidate_id|current_candidate_id/**',
      'payload/turn/turn_key|author/**',
      'payload/turn/primary_candidate_id',
      'payload/turn/candidates/*/candidate_id',
      'payload/chat/chat_id|creator_id|visibility|character_id|type',
      'payload/previous_annotations/**',
    ],
    conversationAt: ['payload/turn/turn_key/chat_id', 'payload/turn_key/chat_id', 'payload/chat_id'],
  },
];

export const characterAi = defineSite({
  id: 'character-ai',
  name: 'Character.AI',
  provider: 'Character.AI',
  hosts: HOSTS['character-ai'],
  composer: {
    editors: ['textarea[placeholder^="Message"]', 'form textarea'],
    sendButtons: ['button[aria-label="Send a message..."]', 'button[aria-label="Send message"]'],
    editorKind: 'textarea',
  },
  promptParameters: [],
  calls,
});
