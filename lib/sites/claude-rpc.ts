/**
 * Claude's Connect calls (`anthropic.bard.api.v1alpha.ConversationService`): one `PerformAction` for everything a person
 * does, in protobuf or, as the server also accepts it, in JSON with either spelling of field names. Field numbers as
 * seen in the app's own descriptors, October 2026.
 */
import { near } from './call-shape.ts';
import { protobufSchema } from './codecs/protobuf.ts';
import type { PlacedText, SiteCall } from './define-site.ts';

/** `SendMessage` stands at field 2, and again in `warm_turn.intended_send`, which leaves before the person sends. */
const inSends = (...fields: string[]) => ['2', '15/1'].flatMap((send) => fields.map((field) => `${send}/${field}`));

const INLINE_NAME = { nameAt: near(-1, '1'), typeAt: near(-1, '3') };
const UPLOADED_NAME = { nameAt: near(-1, '2'), typeAt: near(-1, '4') };

const protobufText: PlacedText[] = [
  ...inSends('3').map((at) => ({ at })),
  // inline_attachments: 1 file_name, 3 file_type, 4 extracted_content
  ...inSends('15/4', '15/1').map((at) => ({ at, ...INLINE_NAME })),
  // attachments (uploaded before): 2 file_name, 4 media_type
  ...inSends('4/2').map((at) => ({ at, ...UPLOADED_NAME })),
  // hidden_context, attached_folders (path, name), local_project (name, instructions, description)
  ...inSends('23', '24/1|2', '25/2|3|4').map((at) => ({ at })),
  // client_tools
  ...inSends('16/**').map((at) => ({ at, role: 'system' as const })),
  // respond_to_elicitation: values of a form the model asked for
  { at: '4/2/1/**' },
  // message_feedback.comment, rename_conversation.title
  { at: '5/3' },
  { at: '6/1' },
  // submit_client_tool_result.result_json
  { at: '11/2', role: 'tool' },
  // workspace_upgrade.reason, .expected_work
  { at: '13/1|2' },
  // corbel_edit_message, send_message_as_member.text
  { at: '36/**' },
  { at: '46/3' },
];

/** Ids, model names, settings, signatures of the message, by number; everything unknown is read. */
const protobufProtocol = [
  // action header: mutation, conversation, client and device
  '1/1|2|4|5|6|8|9|12|13|14|15|16|17/**',
  ...inSends('1', '2', '4/1|4|5|6|10', '5', '7/**', '8/**', '9', '12', '13', '15/3', '19', '22', '26/1|3'),
  ...inSends('35/**', '36', '37/**'),
  '4/1|3',
  '4/2/2|3',
  '5/1',
  '11/1',
  '13/3|6|8|9|13|18|19',
  '21/**',
  '26/**',
  '46/1|2',
];

const schema = protobufSchema(
  [
    ...['1', '2', '15', '15/1', '4/2', '4/2/1', '4/2/1/5', '5', '6', '9', '11', '13', '23', '27', '36', '46'],
    ...inSends('4', '7', '8', '15', '16', '24', '25', '26'),
  ],
  [
    ...['1/2', '4/2/1/1|2', '4/2/1/5/1', '5/3', '6/1', '11/2', '13/1|2', '46/3'],
    ...inSends('3', '4/2', '15/1|3|4', '16/1|2|3|4|5|7|8|9', '23', '24/1|2', '25/1|2|3|4'),
  ],
);

/** Either spelling of each name: `hidden_context/*` is also `hiddenContext/*`. */
function json(path: string): string {
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return path.replace(/\w+/g, (name) => (name.includes('_') ? `${name}|${camel(name)}` : name));
}

const inJsonSends = (...fields: string[]) =>
  ['send_message', 'warm_turn/intended_send'].flatMap((send) => fields.map((field) => json(`${send}/${field}`)));

const JSON_NAME = {
  nameAt: near(-1, 'fileName', 'file_name'),
  typeAt: near(-1, 'fileType', 'file_type', 'mediaType', 'media_type'),
};

const jsonText: PlacedText[] = [
  ...inJsonSends('text', 'hidden_context/**', 'attached_folders/**', 'local_project/**').map((at) => ({ at })),
  ...inJsonSends(
    'inline_attachments/*/extracted_content',
    'inline_attachments/*/file_name',
    'attachments/*/file_name',
  ).map((at) => ({ at, ...JSON_NAME })),
  ...inJsonSends('client_tools/**').map((at) => ({ at, role: 'system' as const })),
  { at: json('respond_to_elicitation/response/values/**') },
  { at: json('message_feedback/comment') },
  { at: json('rename_conversation/title') },
  { at: json('submit_client_tool_result/result_json'), role: 'tool' },
  { at: json('workspace_upgrade/reason') },
  { at: json('workspace_upgrade/expected_work') },
  { at: json('corbel_edit_message/**') },
  { at: json('send_message_as_member/text') },
];

const jsonProtocol = [
  'header/**',
  ...inJsonSends('message_id', 'assistant_message_id', 'parent_message_id', 'input_mode', 'timezone', 'locale'),
  ...inJsonSends('client_platform', 'model/**', 'settings_update/**', 'inline_attachments/*/file_type'),
  ...inJsonSends('attachments/*/id', 'attachments/*/url', 'attachments/*/media_type'),
];

export const claudeRpcCalls: SiteCall[] = [
  {
    url: /^[^/]+\/claudeai-rpc\/anthropic\.bard\.api\.\w+\.ConversationService\/(?:PerformAction|SendAndSettle)$/,
    methods: ['POST'],
    kind: 'prompt',
    channel: 'typed',
    formats: ['protobuf', 'json'],
    protobuf: schema,
    text: [...protobufText, ...jsonText],
    protocol: [...protobufProtocol, ...jsonProtocol],
    draftAt: ['15/1/**', json('warm_turn/**')],
    conversationAt: ['1/2', json('header/conversation_id')],
  },
];
