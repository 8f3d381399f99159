/**
 * OpenRouter's chat room. Since July 2026 it sends prompts as a server action of its framework (a POST to the page's own
 * address with a list of arguments); before, and for other models, through the public interface.
 */
import { near } from './call-shape.ts';
import { defineSite, type PlacedText, type SiteCall } from './define-site.ts';
import { HOSTS } from './hosts.ts';

/** A request for a completion: the body itself, or one of the arguments of an action. `depth`: segments before it. */
function completion(at: string, depth: number): { text: PlacedText[]; protocol: string[] } {
  const role = near(depth + 2, 'role');
  return {
    text: [
      {
        at: `${at}messages/*/content/*/file/filename|file_data`,
        base64: true,
        nameAt: near(-1, 'filename'),
        roleAt: role,
      },
      { at: `${at}messages/*/content/*/image_url|input_audio/url|data`, base64: true, nameAt: near(-1, 'filename') },
      { at: `${at}messages/*/content/**`, roleAt: role },
      { at: `${at}messages/*/parts/*/text`, roleAt: role },
      { at: `${at}messages/*/tool_calls/*/function/arguments`, role: 'assistant' },
      { at: `${at}tools/**`, role: 'system' },
      { at: `${at}system|instructions`, role: 'system' },
      { at: `${at}prompt|content|input|message|text` },
    ],
    protocol: [
      `${at}model|route|user|session_id|chatId|id`,
      `${at}models/*`,
      `${at}provider|plugins|reasoning|transforms|usage|stop/**`,
      `${at}messages/*/id|role|tool_call_id|createdAt|model`,
      `${at}messages/*/content|parts/*/type`,
      `${at}messages/*/tool_calls/*/id|type`,
      `${at}messages/*/tool_calls/*/function/name`,
      `${at}tools/*/type`,
    ],
  };
}

const calls: SiteCall[] = [
  {
    ...completion('', 0),
    url: /^openrouter\.ai\/api\/(?:v1|alpha|frontend(?:\/v1)?)\/(?:chat\/completions|completions|responses)\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json'],
  },
  {
    ...completion('*/', 1),
    url: /^openrouter\.ai\/chat(?:\/[^/]+)*\/?$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['json', 'multipart'],
  },
];

export const openrouter = defineSite({
  id: 'openrouter',
  name: 'OpenRouter',
  provider: 'OpenRouter',
  hosts: HOSTS.openrouter,
  composer: {
    editors: ['textarea[data-testid="composer-input"]'],
    sendButtons: ['[data-testid="send-button"]'],
    editorKind: 'textarea',
  },
  promptParameters: ['q', 'prompt', 'message'],
  calls,
});
