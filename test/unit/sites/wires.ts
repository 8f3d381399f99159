/** Every call that carries what a person wrote, with the text in it: the table that round-trip tests walk. */
import { chatgpt } from '../../../lib/sites/chatgpt.ts';
import { claude } from '../../../lib/sites/claude.ts';
import { writeFrames } from '../../../lib/sites/codecs/connect.ts';
import { gemini } from '../../../lib/sites/gemini.ts';
import { practice } from '../../../lib/sites/practice.ts';
import {
  chatgptAutocompleteBody,
  chatgptCodexBody,
  chatgptConversationBody,
  chatgptFileBody,
  chatgptPrepareBody,
  chatgptUrl,
} from '../../fixtures/sites/chatgpt/bodies.ts';
import {
  claudeActionBytes,
  claudeCompletionBody,
  claudePerformActionBytes,
  claudePerformActionJson,
  claudeUrl,
  claudeWarmTurnBytes,
} from '../../fixtures/sites/claude/bodies.ts';
import { geminiStreamGenerateForm, geminiUrl } from '../../fixtures/sites/gemini/bodies.ts';
import { practiceChatBody, practiceDraftBody, practiceUrl } from '../../fixtures/sites/practice/bodies.ts';
import { gzipped, post } from './requests.ts';
import { drafts, FORM, fileForm, JSON_TYPE, PACKED, PROTO, prompts, uploads, type Wire } from './wire.ts';
import { ASSISTANT_WIRES } from './wires-assistants.ts';
import { BUILDER_WIRES } from './wires-builders.ts';
import { CHAT_WIRES } from './wires-chats.ts';
import { HUB_WIRES } from './wires-hubs.ts';
import { UPLOAD_WIRES } from './wires-uploads.ts';

export const WIRES: Wire[] = [
  ...prompts(chatgpt, {
    'ChatGPT conversation': (text) => post(chatgptUrl.conversation, chatgptConversationBody(text), JSON_TYPE),
    'ChatGPT legacy': (text) => post(chatgptUrl.legacy, chatgptConversationBody(text), JSON_TYPE),
    'ChatGPT signed out': (text) => post(chatgptUrl.anonymous, chatgptConversationBody(text, { conversation: null })),
    'ChatGPT conversation, gzip': (text) =>
      post(chatgptUrl.conversation, gzipped(chatgptConversationBody(text)), { ...JSON_TYPE, ...PACKED }),
    Codex: (text) => post(chatgptUrl.codex, chatgptCodexBody(text), JSON_TYPE),
  }),
  ...drafts(chatgpt, {
    'ChatGPT prepare': (text) => post(chatgptUrl.prepare, chatgptPrepareBody(text), JSON_TYPE),
    'ChatGPT completions while typing': (text) =>
      post(chatgptUrl.autocomplete, chatgptAutocompleteBody(text), JSON_TYPE),
  }),
  ...uploads(chatgpt, {
    'ChatGPT file name': (text) => post(chatgptUrl.files, chatgptFileBody(text), JSON_TYPE),
    'ChatGPT file bytes': (text) => ({ ...post(chatgptUrl.blob, new TextEncoder().encode(text)), method: 'PUT' }),
  }),
  ...prompts(claude, {
    'Claude completion': (text) => post(claudeUrl.completion, claudeCompletionBody(text), JSON_TYPE),
    'Claude completion, gzip': (text) =>
      post(claudeUrl.completion, gzipped(claudeCompletionBody(text)), { ...JSON_TYPE, ...PACKED }),
    'Claude retry': (text) => post(claudeUrl.retry, claudeCompletionBody(text), JSON_TYPE),
    'Claude memory': (text) => post(claudeUrl.memory, JSON.stringify({ controls: [text] }), JSON_TYPE),
    'Claude protobuf': (text) => post(claudeUrl.performAction, claudePerformActionBytes(text), PROTO),
    'Claude protobuf, gzip': (text) =>
      post(claudeUrl.performAction, gzipped(claudePerformActionBytes(text)), { ...PROTO, ...PACKED }),
    'Claude protobuf in Connect frames': (text) =>
      post(claudeUrl.performAction, writeFrames([{ flags: 0, payload: claudePerformActionBytes(text) }]), {
        'content-type': 'application/connect+proto',
      }),
    'Claude protobuf in packed Connect frames': (text) =>
      post(claudeUrl.performAction, writeFrames([{ flags: 1, payload: gzipped(claudePerformActionBytes(text)) }]), {
        'content-type': 'application/connect+proto',
        'connect-content-encoding': 'gzip',
      }),
    'Claude protobuf, sent and settled': (text) => post(claudeUrl.sendAndSettle, claudePerformActionBytes(text), PROTO),
    'Claude JSON codec': (text) => post(claudeUrl.performAction, claudePerformActionJson(text), JSON_TYPE),
    'Claude JSON codec, schema names': (text) =>
      post(claudeUrl.performAction, claudePerformActionJson(text, { snake: true }), JSON_TYPE),
    'Claude feedback': (text) => post(claudeUrl.performAction, claudeActionBytes(5, 3, text), PROTO),
    'Claude rename': (text) => post(claudeUrl.performAction, claudeActionBytes(6, 1, text), PROTO),
    'Claude tool result': (text) => post(claudeUrl.performAction, claudeActionBytes(11, 2, text), PROTO),
    'Claude upgrade request': (text) => post(claudeUrl.performAction, claudeActionBytes(13, 1, text), PROTO),
    'Claude edited message': (text) => post(claudeUrl.performAction, claudeActionBytes(36, 3, text), PROTO),
    'Claude message as member': (text) => post(claudeUrl.performAction, claudeActionBytes(46, 3, text), PROTO),
  }),
  ...prompts(claude, {
    'Claude warm turn': (text) => post(claudeUrl.performAction, claudeWarmTurnBytes(text), PROTO),
    'Claude warm turn, JSON codec': (text) =>
      post(claudeUrl.performAction, claudePerformActionJson(text, { warm: true }), JSON_TYPE),
    'Claude warm turn, JSON codec, schema names': (text) =>
      post(claudeUrl.performAction, claudePerformActionJson(text, { warm: true, snake: true }), JSON_TYPE),
  }).map((wire): Wire => ({ ...wire, channel: 'draft' })),
  ...drafts(claude, {
    'Claude title': (text) =>
      post(claudeUrl.title, JSON.stringify({ message_content: text, recent_titles: [] }), JSON_TYPE),
  }),
  ...uploads(claude, {
    'Claude project document': (text) =>
      post(claudeUrl.docs, JSON.stringify({ file_name: 'notes.txt', content: text }), JSON_TYPE),
    'Claude upload': (text) => post(claudeUrl.upload, fileForm(text)),
    'Claude upload of a conversation': (text) => post(claudeUrl.wiggle, fileForm(text)),
    'Claude document conversion': (text) => post(claudeUrl.convert, fileForm(text)),
  }),
  ...prompts(gemini, {
    Gemini: (text) => post(geminiUrl.stream, geminiStreamGenerateForm(text), FORM),
    'Gemini, second account': (text) => post(geminiUrl.streamSecondAccount, geminiStreamGenerateForm(text), FORM),
  }),
  ...uploads(gemini, {
    'Gemini file bytes': (text) => post(geminiUrl.upload, new TextEncoder().encode(text)),
    'Gemini file bytes, other host': (text) => post(geminiUrl.clientsUpload, new TextEncoder().encode(text)),
  }),
  ...prompts(practice, {
    Practice: (text) => post(practiceUrl.chat, practiceChatBody(text), JSON_TYPE),
  }),
  ...drafts(practice, {
    'Practice draft': (text) => post(practiceUrl.draft, practiceDraftBody(text), JSON_TYPE),
  }),
  ...ASSISTANT_WIRES,
  ...CHAT_WIRES,
  ...HUB_WIRES,
  ...UPLOAD_WIRES,
  ...BUILDER_WIRES,
];
