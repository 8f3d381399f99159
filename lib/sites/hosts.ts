/**
 * Hosts of every governed app, and the WebExtension match patterns made of them. Pure data without imports: the build
 * reads it for the manifest. A leading `*.` covers the domain itself and its subdomains, as it does in match patterns.
 * A host missing here fails silently (no script, no gate), so sources are named: research of late 2026.
 */

export const HOSTS = {
  /** Uploads go to presigned addresses on oaiusercontent.com, answers and voice over subdomains. */
  chatgpt: ['chatgpt.com', '*.chatgpt.com', 'chat.openai.com', '*.oaiusercontent.com'],
  claude: ['claude.ai', '*.claude.ai'],
  /** Files are uploaded to content-push and push.clients6. */
  gemini: ['gemini.google.com', 'content-push.googleapis.com', 'push.clients6.google.com'],
  copilot: ['copilot.microsoft.com'],
  /** What is typed goes to suggest.perplexity.ai, files to a bucket of theirs. */
  perplexity: ['www.perplexity.ai', '*.perplexity.ai', 'ppl-ai-file-upload.s3.amazonaws.com'],
  grok: ['grok.com', '*.grok.com'],
  /** The page and the hub it talks to stand on different domains. */
  'm365-copilot': ['m365.cloud.microsoft', 'substrate.office.com'],
  /** Prompts go to gateway.meta.ai, files to rupload.meta.ai. */
  'meta-ai': ['www.meta.ai', '*.meta.ai'],
  /** Of these only Grok's addresses are governed. */
  'x-grok': ['x.com', 'grok.x.com', 'api.x.com'],
  'character-ai': ['character.ai', '*.character.ai'],
  /** The API stands on a host of its own. */
  'ai-studio': ['aistudio.google.com', 'alkalimakersuite-pa.clients6.google.com'],
  /** Renamed in 2026; both names are served. */
  notebooklm: ['notebook.google.com', 'notebooklm.google.com'],
  deepl: ['www.deepl.com', '*.deepl.com'],
  replit: ['replit.com', '*.replit.com'],
  manus: ['manus.im', '*.manus.im'],
  /** The chat's API has a host for each kind of plan; of github.com itself only the chat's addresses are governed. */
  'github-copilot': ['github.com', '*.githubcopilot.com'],
  't3-chat': ['t3.chat', '*.t3.chat'],
  deepseek: ['chat.deepseek.com', '*.deepseek.com'],
  'le-chat': ['chat.mistral.ai', '*.mistral.ai'],
  openrouter: ['openrouter.ai', '*.openrouter.ai'],
  /** The editor of stackblitz.com shares its host with the chat, and is not governed. */
  bolt: ['bolt.new', '*.bolt.new', '*.stackblitz.com'],
  lovable: ['lovable.dev', '*.lovable.dev'],
  v0: ['v0.app', '*.v0.app', '*.v0.dev'],
  lmarena: ['arena.ai', '*.arena.ai', '*.lmarena.ai'],
  /** Its API stands on `outerface`. */
  venice: ['venice.ai', '*.venice.ai'],
  quillbot: ['quillbot.com', '*.quillbot.com'],
  phind: ['www.phind.com', '*.phind.com'],
  qwen: ['chat.qwen.ai', 'qwen.ai', '*.qwen.ai'],
  kimi: ['www.kimi.com', '*.kimi.com', '*.kimi.ai', 'kimi.moonshot.cn'],
  /** Of huggingface.co only the chat's addresses are governed. */
  huggingchat: ['huggingface.co'],
  poe: ['poe.com', '*.poe.com'],
  you: ['you.com', '*.you.com'],
  /** Of duckduckgo.com only the chat's addresses are governed. */
  'duck-ai': ['duck.ai', '*.duck.ai', 'duckduckgo.com'],
  doubao: ['www.doubao.com', '*.doubao.com'],
  pi: ['pi.ai', '*.pi.ai'],
  'z-ai': ['chat.z.ai', '*.z.ai'],
  /** The practice chat that ships with this repository, on any port. */
  practice: ['practice.localhost'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

const ALL_HOSTS: readonly string[] = Object.values(HOSTS).flat();

/** For content scripts and host permissions (http and https, any port). */
export const GOVERNED_MATCHES: string[] = ALL_HOSTS.map((host) => `*://${host}/*`);

/** For socket handshakes in `webRequest` filters: `*` covers no socket scheme in Chromium. */
export const GOVERNED_SOCKET_MATCHES: string[] = ALL_HOSTS.flatMap((host) => [`ws://${host}/*`, `wss://${host}/*`]);
