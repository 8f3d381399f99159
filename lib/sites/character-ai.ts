/**
 * Character.AI. Turns are commands over a socket. Pictures go in a form to an address of the older interface, as its
 * clients of 2023 and 2024 have it; whether today's page still uses it is not known.
 */
import { near } from './call-shape.ts';
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
      'payload/turn/candidates/*/candidate_id|image_rel_path',
      'payload/chat/chat_id|creator_id|visibility|character_id|type',
      'payload/previous_annotations/**',
    ],
    conversationAt: ['payload/turn/turn_key/chat_id', 'payload/turn_key/chat_id', 'payload/chat_id'],
  },
  {
    url: /^(?:[\w-]+\.)?character\.ai\/chat\/upload-image\/?$/,
    methods: ['POST'],
    kind: 'upload',
    channel: 'file',
    formats: ['multipart'],
    text: [{ at: 'image/filename', nameAt: near(-1, 'filename') }, { at: 'image' }],
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
