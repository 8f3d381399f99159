import type { Channel, Prompt } from '../prompt/prompt.ts';
import type { CapturedRequest, RequestBody } from '../prompt/request.ts';
import type { SiteDefinition } from './define-site.ts';

/**
 * What a call of an app is for.
 * `prompt`, `draft` and `upload` calls are judged in full; `other` calls (login, flags, telemetry, history) only for
 * values the person entered in this tab and for high-confidence card numbers and secrets. `outside` calls belong to
 * another product on a host the app shares (the rest of github.com): only values the person entered in the app count.
 */
export type CallKind = 'prompt' | 'draft' | 'upload' | 'other' | 'outside';

/** Where the person writes and how the page sends, as CSS selectors tried in order. */
export interface Composer {
  editors: string[];
  sendButtons: string[];
  /** How text is written into this editor (research: one way per editor works, others leave the model unchanged). */
  editorKind: 'prosemirror' | 'tiptap' | 'quill' | 'lexical' | 'slate' | 'codemirror' | 'textarea' | 'contenteditable';
}

export interface SiteAdapter {
  /** What it was made of; absent for adapters without a description of their calls. */
  definition?: SiteDefinition;
  /** Stable id used in policies and records, e.g. `chatgpt`. */
  id: string;
  /** Name people know, e.g. `ChatGPT`. */
  name: string;
  /** Stands in records: no blanks. */
  provider: string;
  /** Host names governed by this adapter; a leading `*.` covers subdomains. The first one is the app's home page. */
  hosts: string[];
  composer: Composer;
  /** Parameters of an address that fill the composer, e.g. `?q=`, also behind its `#`. */
  promptParameters: string[];
  /** Decide from URL and method alone (no body) what the call is for. Pure and cheap: runs for every request. */
  callKind(request: Pick<CapturedRequest, 'url' | 'method' | 'transport'>): CallKind;
  /**
   * Read the prompt out of a prompt, draft or upload call.
   * Resolves to null when the call carries no text at all (e.g. an empty warm-up). Never throws on hostile input:
   * a body it cannot decode becomes a Prompt with `unreadable` entries.
   */
  read(request: CapturedRequest): Promise<Prompt | null>;
  /**
   * Write replacements into the body: text for a part's id, bytes for the id of an unreadable file. Every other byte of
   * meaning stays. Every copy of a part in the body is replaced. Resolves to null where this wire refuses changes (the caller then refuses the call).
   */
  write(request: CapturedRequest, replacements: ReadonlyMap<string, string | Uint8Array>): Promise<RequestBody | null>;
}

export type { Channel };
