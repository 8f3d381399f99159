/** All governed apps. A new app is one file, one line here, its hosts in hosts.ts and a folder of fixtures. */
import type { SiteAdapter } from './adapter.ts';
import { aiStudio } from './ai-studio.ts';
import { bolt } from './bolt.ts';
import { characterAi } from './character-ai.ts';
import { chatgpt } from './chatgpt.ts';
import { claude } from './claude.ts';
import { copilot } from './copilot.ts';
import { deepl } from './deepl.ts';
import { deepseek } from './deepseek.ts';
import { doubao } from './doubao.ts';
import { duckAi } from './duck-ai.ts';
import { gemini } from './gemini.ts';
import { githubCopilot } from './github-copilot.ts';
import { GovernedApps } from './governed-apps.ts';
import { grok } from './grok.ts';
import { huggingchat } from './huggingchat.ts';
import { kimi } from './kimi.ts';
import { leChat } from './le-chat.ts';
import { lmarena } from './lmarena.ts';
import { lovable } from './lovable.ts';
import { m365Copilot } from './m365-copilot.ts';
import { manus } from './manus.ts';
import { metaAi } from './meta-ai.ts';
import { notebooklm } from './notebooklm.ts';
import { openrouter } from './openrouter.ts';
import { perplexity } from './perplexity.ts';
import { phind } from './phind.ts';
import { pi } from './pi.ts';
import { poe } from './poe.ts';
import { practice } from './practice.ts';
import { quillbot } from './quillbot.ts';
import { qwen } from './qwen.ts';
import { replit } from './replit.ts';
import { t3Chat } from './t3-chat.ts';
import { v0 } from './v0.ts';
import { venice } from './venice.ts';
import { xGrok } from './x-grok.ts';
import { you } from './you.ts';
import { zAi } from './z-ai.ts';

export const SITES: readonly SiteAdapter[] = [
  chatgpt,
  claude,
  gemini,
  copilot,
  perplexity,
  grok,
  m365Copilot,
  metaAi,
  xGrok,
  characterAi,
  aiStudio,
  notebooklm,
  deepl,
  replit,
  manus,
  githubCopilot,
  t3Chat,
  deepseek,
  leChat,
  openrouter,
  bolt,
  lovable,
  v0,
  lmarena,
  venice,
  quillbot,
  phind,
  qwen,
  kimi,
  poe,
  huggingchat,
  you,
  duckAi,
  doubao,
  pi,
  zAi,
  practice,
];

/** What content scripts cover by themselves. More apps come from managed settings, discovery and site packs at run time. */
export const STATIC_APPS = new GovernedApps(SITES);

/** The app a host name belongs to, without port. */
export function siteForHost(host: string): SiteAdapter | null {
  return STATIC_APPS.forHost(host);
}

/** The app an address belongs to; null for anything but http(s) and ws(s), and for text that is no address. */
export function siteForUrl(url: string): SiteAdapter | null {
  return STATIC_APPS.forUrl(url);
}
