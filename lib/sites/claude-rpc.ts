/**
 * Claude's Connect calls (`anthropic.bard.api.v1alpha.ConversationService`): one `PerformAction` for everything a person
 * does, in protobuf or, as the server also accepts it, in JSON with either spelling of field names. Field numbers as
 * seen in the app's own descriptors, October 2026.
 */
import { near, type TextRule, textAt } from './call-shape.ts';
import { protobufSchema } from './codecs/protobuf.ts';
import type { SiteCall } from './define-site.ts';
import { compilePatterns } from './path-pattern.ts';

/** `SendMessage` stands at field 2, and again in `warm_turn.intended_send`, which leaves before the person sends. */
const SENDS = ['2', '15/1'];
const inSends = (...fields: string[]) => SENDS.flatMap((send) => fields.map((field) => `${send}/${field}`));

const WARM_TURN = '15/1/**';
const INLINE_NAME = { nameAt: near(-1, '1'), typeAt: near(-1, '3') };
const UPLOADED_NAME = { nameAt: near(-1, '2'), typeAt: near(-1, '4') };

const protobufText: TextRule[] = [
  ...inSends('3').map((at) => textAt(at)),
  // inline_attachments: 1 file_name, 3 file_type, 4 extracted_content
  ...inSends('15/4', '15/1').map((at) => textAt(at, INLINE_NAME)),
  // attachments (uploaded before): 2 file_name, 4 media_type
  ...inSends('4/2').map((at) => textAt(at, UPLOADED_NAME)),
  // hidden_context, attached_folders (path, name), local_project (name, instructions, description)
  ...inSends('23', '24/1|2', '25/2|3|4').map((at) => textAt(at)),
  // client_tools
  ...inSends('16/**').map((at) => textAt(at, { role: 'system' })),
  // respond_to_elicitation: values of a form the model asked for
  textAt('4/2/1/**'),
  // message_feedback.comment, rename_conversation.title
  textAt('5/3'),
  textAt('6/1'),
  // submit_client_tool_result.result_json
  textAt('11/2', { role: 'tool' }),
  // workspace_upgrade.reason, .expected_work
  textAt('13/1|2'),
  // corbel_edit_message, send_message_as_member.text
  textAt('36/**'),
  textAt('46/3'),
];

/** Ids, model names, settings, signatures; everything else that is unknown is read. */
const protobufProtocol = compilePatterns(
  '1/**',
  ...inSends('1', '2', '4/1|4|5|6|10', '5', '7/**', '8/**', '9', '12', '13', '15/3', '19', '22', '26/1|3'),
  ...inSends('35/**', '36', '37/**'),
  '4/1',
  '4/3',
  '4/2/2|3',
  '5/1',
  '11/1',
  '13/3|6|8|9|13|18|19',
  '21/**',
  '26/**',
  '46/1|2',
);

const schema = protobufSchema(
  [
    '1',
    '15',
    ...SENDS,
    ...inSends('4', '7', '8', '15', '16', '24', '25', '26'),
    ...['4/2', '4/2/1', '4/2/1/5', '5', '6', '9', '11', '13', '23', '27', '36', '46'],
  ],
  [
    ...inSends('3', '4/2', '15/1|3|4', '16/1|2|3|4|5|7|8|9', '23', '24/1|2', '25/1|2|3|4'),
    ...['1/2', '4/2/1/1|2', '4/2/1/5/1', '5/3', '6/1', '11/2', '13/1|2', '46/3'],
  ],
);

/** The same fields in the JSON codec, in lower camel case or as the schema spells them. */
const either = (name: string) => `${name}|${name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
const at = (...names: string[]) => names.map((name) => (/^\*+$/.test(name) ? name : either(name))).join('/');
const jsonSends = [[`send_message`], ['warm_turn', 'intended_send']];
const inJsonSends = (...rest: string[]) => jsonSends.map((send) => at(...send, ...rest));
const JSON_NAME = { nameAt: near(-1, 'fileName', 'file_name'), typeAt: near(-1, 'fileType', 'file_type', 'mediaType') };

const jsonText: TextRule[] = [
  ...inJsonSends('text').map((place) => textAt(place)),
  ...['extracted_content', 'file_name'].flatMap((field) =>
    inJsonSends('inline_attachments', '*', field).map((place) => textAt(place, JSON_NAME)),
  ),
  ...inJsonSends('attachments', '*', 'file_name').map((place) => textAt(place, JSON_NAME)),
  ...['hidden_context', 'attached_folders', 'local_project'].flatMap((field) =>
    inJsonSends(field, '**').map((place) => textAt(place)),
  ),
  ...inJsonSends('client_tools', '**').map((place) => textAt(place, { role: 'system' })),
  textAt(at('respond_to_elicitation', 'response', 'values', '**')),
  textAt(at('message_feedback', 'comment')),
  textAt(at('rename_conversation', 'title')),
  textAt(at('submit_client_tool_result', 'result_json'), { role: 'tool' }),
  textAt(at('workspace_upgrade', 'reason')),
  textAt(at('workspace_upgrade', 'expected_work')),
  textAt(at('corbel_edit_message', '**')),
  textAt(at('send_message_as_member', 'text')),
];

const jsonProtocol = compilePatterns(
  'header/**',
  ...[
    'message_id',
    'assistant_message_id',
    'parent_message_id',
    'input_mode',
    'timezone',
    'locale',
    'client_platform',
  ].flatMap((field) => inJsonSends(field)),
  ...inJsonSends('model', '**'),
  ...inJsonSends('settings_update', '**'),
  ...inJsonSends('inline_attachments', '*', 'file_type'),
  ...inJsonSends('attachments', '*', 'id'),
  ...inJsonSends('attachments', '*', 'url'),
);

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
    draftAt: compilePatterns(WARM_TURN, 'warmTurn|warm_turn/**'),
    conversationAt: compilePatterns('1/2', 'header/conversationId|conversation_id'),
  },
];
