/** What instructions look like that were put into material for a model to read: signals, each of a kind and a weight. */

export interface Signal {
  /** Evidence code behind `signal:`. Two kinds together say more than either. */
  kind: 'override' | 'role-marker' | 'concealment' | 'persona' | 'exfiltration' | 'tool-call';
  /** Sticky, bounded; tried where one of the words in `at` begins. */
  pattern: RegExp;
  /** Confidence by itself. */
  weight: number;
  /** Only where it is said as a command: at the beginning of a sentence or after a word that leads one in. */
  command: boolean;
  /** Words it begins with: lower case, accents folded. */
  at: readonly string[];
}

/** Says nothing by itself: people write this to each other. */
const SUPPORTING = 0.45;

const some = (words: string) => words.split(' ');
const sticky = (source: string) => new RegExp(source, 'iuy');

const EARLIER =
  '(?:previous|prior|above|earlier|preceding|foregoing|existing|original|initial|other|your|system|all|any|every)';
const RULES =
  '(?:instructions?|prompts?|directions?|guidelines?|directives?|rules?|commands?|constraints?|restrictions?|context|polic(?:y|ies)|programming|training)';

export const SIGNALS: readonly Signal[] = [
  {
    kind: 'override',
    at: some('ignore disregard forget override discard bypass'),
    pattern: sticky(
      `(?:ignore|disregard|forget|override|discard|bypass)\\s{1,3}(?:(?:about|all|any|every|everything|of|the|your|these|those|and|in|completely|entirely)\\s{1,3}){0,5}(?:${EARLIER}\\s{1,3}){1,3}(?:[\\w-]{1,15}\\s{1,3}){0,2}${RULES}`,
    ),
    weight: 0.88,
    command: true,
  },
  {
    kind: 'override',
    at: some('ignore forget disregard'),
    pattern: sticky(
      `(?:ignore|forget|disregard)\\s{1,3}(?:everything|anything|all|what)\\s{1,3}(?:that\\s{1,3})?(?:(?:you\\s{1,3}(?:were|have been|are)\\s{1,3}(?:told|given|instructed))|(?:was\\s{1,3}|is\\s{1,3})?(?:said\\s{1,3})?(?:above|before\\s{1,3}this|previously|so far))`,
    ),
    weight: 0.86,
    command: true,
  },
  {
    kind: 'override',
    at: some('ignoriere ignorieren vergiss vergessen missachte missachten'),
    pattern: sticky(
      '(?:ignorieren?|vergiss|vergessen|missachten?)\\s{1,3}(?:sie\\s{1,3})?(?:[\\p{L}]{1,12}\\s{1,3}){0,2}(?:vorherigen|bisherigen|obigen|vorigen|früheren|deine|ihre|alle)\\s{1,3}(?:[\\p{L}]{1,15}\\s{1,3}){0,2}(?:Anweisungen|Instruktionen|Regeln|Vorgaben|Befehle)',
    ),
    weight: 0.88,
    command: true,
  },
  {
    kind: 'override',
    at: some('ignore ignorez oublie oubliez'),
    pattern: sticky(
      "(?:ignorez?|oubliez?)\\s{1,3}(?:[\\p{L}']{1,12}\\s{1,3}){0,3}(?:instructions|consignes|règles|directives)\\s{1,3}(?:[\\p{L}]{1,12}\\s{1,3}){0,2}(?:précédentes|antérieures|ci-dessus|initiales|reçues)",
    ),
    weight: 0.88,
    command: true,
  },
  {
    kind: 'override',
    at: some('ignora ignore ignoren olvida olvide'),
    pattern: sticky(
      '(?:ignora|ignoren?|olvid[ae])\\s{1,3}(?:[\\p{L}]{1,12}\\s{1,3}){0,3}(?:instrucciones|reglas|indicaciones|órdenes)\\s{1,3}(?:[\\p{L}]{1,12}\\s{1,3}){0,2}(?:anteriores|previas|de arriba|originales)',
    ),
    weight: 0.88,
    command: true,
  },
  {
    kind: 'role-marker',
    at: ['<|im_start|>', '<|system|>', '<|start_header_id|>', '<<sys>>', '[inst]', '<|endoftext|>', '[system]', '###'],
    pattern: sticky(
      '(?:<\\|im_start\\|>\\s{0,2}system|<\\|system\\|>|<\\|start_header_id\\|>\\s{0,2}system|<<SYS>>|\\[INST\\]\\s{0,2}<<SYS|<\\|endoftext\\|>\\s{0,3}(?:system|user|human)\\b|\\[system\\]\\s{0,2}(?:\\(#|message|override|prompt)|### ?(?:system|new) ?(?:prompt|instructions?|message|override)\\s{0,2}:?)',
    ),
    weight: 0.8,
    command: false,
  },
  {
    kind: 'override',
    at: some('new updated real revised'),
    pattern: sticky(
      '(?:new|updated|real|revised)\\s{1,3}(?:system\\s{1,3})?(?:instructions?|prompt|directives?)\\s{1,3}(?:for\\s{1,3}(?:the\\s{1,3})?(?:ai|assistant|model|llm|chatbot)|from\\s{1,3}(?:the\\s{1,3})?(?:developers?|system|admin\\w{0,10}))',
    ),
    weight: 0.7,
    command: true,
  },
  {
    kind: 'persona',
    at: some('you from'),
    pattern: sticky(
      '(?:from\\s{1,3}now\\s{1,3}on,?\\s{1,3})?you\\s{1,3}(?:are|will\\s{1,3}be)\\s{1,3}(?:now|no\\s{1,3}longer|in)\\s{1,3}(?:an?\\s{1,3}|in\\s{1,3}|bound\\s{1,3})?(?:dan\\b|developer\\s{1,3}mode|jailbroken|unrestricted|unfiltered|uncensored|by\\s{1,3}(?:any|your)|free\\s{1,3}(?:of|from)\\s{1,3}(?:all|any)|(?:[\\w-]{1,15}\\s{1,3}){0,3}(?:without|with\\s{1,3}no)\\s{1,3}(?:any\\s{1,3})?(?:restrictions|rules|limits|filters|guidelines))',
    ),
    weight: 0.8,
    command: true,
  },
  {
    kind: 'concealment',
    at: some('do without never don'),
    pattern: sticky(
      "(?:do\\s{1,3}not|don't|never|without)\\s{1,3}(?:tell(?:ing)?|mention(?:ing)?|inform(?:ing)?|alert(?:ing)?|notify(?:ing)?|reveal(?:ing)?|show(?:ing)?|disclos(?:e|ing)|ask(?:ing)?)\\s{1,3}(?:(?:this|that|it|these|any\\s{1,3}of\\s{1,3}this|anything|about|of|to)\\s{1,3}){0,3}(?:to\\s{1,3})?(?:the\\s{1,3})?(?:user|human|person\\s{1,3}(?:asking|reading)|reader)s?\\b",
    ),
    weight: SUPPORTING,
    command: false,
  },
  {
    kind: 'exfiltration',
    at: some('send post forward upload append include reveal print repeat output leak exfiltrate'),
    pattern: sticky(
      "(?:send|post|forward|upload|append|include|reveal|print|repeat|output|leak|exfiltrate)\\s{1,3}(?:[\\w'-]{1,15}\\s{1,3}){0,4}(?:system\\s{1,3}prompt|conversation\\s{1,3}(?:history|so\\s{1,3}far)|chat\\s{1,3}history|user(?:'s)?\\s{1,3}(?:messages|data|secrets|credentials|files)|(?:api\\s{1,3})?keys\\s{1,3}you|initial\\s{1,3}instructions|hidden\\s{1,3}instructions)",
    ),
    weight: SUPPORTING,
    command: true,
  },
  {
    kind: 'tool-call',
    at: ['<tool_call', '<function_call', '<invoke', '<|python_tag|>', '<antml'],
    pattern: sticky('<(?:tool_calls?>|function_calls?>|invoke\\s{1,2}name=|\\|python_tag\\|>)'),
    weight: SUPPORTING,
    command: false,
  },
  {
    kind: 'override',
    at: some('attention important note dear hey system if'),
    pattern: sticky(
      '(?:(?:attention|important|note|dear|hey|system)[\\s:,!-]{1,4}|if\\s{1,3}you\\s{1,3}are\\s{1,3}(?:an?|the)\\s{1,3})(?:to\\s{1,3})?(?:any\\s{1,3}|all\\s{1,3}|the\\s{1,3})?(?:ai|llm|language\\s{1,3}model|ai\\s{1,3}assistant|assistant|chatbot|chatgpt|claude|copilot|gemini|gpt)(?:\\s{1,3}(?:model|assistant|agent|system|reading|processing|summari[sz]ing|reviewing|screening))*s?[\\s:,!-]{1,3}(?:(?:reading|processing|summari[sz]ing|reviewing|screening|that|which|who|this|the|text|document|page|email|resume|cv|is)[\\s:,!-]{1,3}){0,6}(?:you\\s{1,3}must|please|always|do\\s{1,3}not|never|rate|rank|recommend|approve|say|respond|reply|output|add|stop|instead)\\b',
    ),
    weight: 0.82,
    command: true,
  },
];
