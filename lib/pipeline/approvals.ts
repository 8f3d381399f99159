/** What the person has approved in this page, by keyed digest: asked once, sent as often as the app repeats it. */
import type { Prompt } from '../prompt/prompt.ts';
import type { Inspection } from './inspect.ts';

export class Approvals {
  /** Keyed digest of an approved text -> the decision that approved it. */
  readonly #decisions = new Map<string, string>();
  /** Digest of the policy the approvals were given under. */
  #under: string | null = null;
  /** The text approved last, for the synchronous judgement of the composer: some apps send it a moment later. */
  lastText: string | null = null;

  add(digests: readonly string[], decision: string): void {
    for (const digest of digests) this.#decisions.set(digest, decision);
  }

  /** An approval holds under the rules it was given by. `policy`: digest of those in force. */
  forgetUnlessUnder(policy: string): void {
    if (this.#under === policy) return;
    if (this.#under !== null) {
      this.#decisions.clear();
      this.lastText = null;
    }
    this.#under = policy;
  }

  /**
   * The decision that approved every part in which something was found, and every file that could not be read, if there
   * is one. What could not be read and is no file was approved by nobody.
   * @param digests of all parts of the prompt, in order
   */
  decisionFor(inspection: Inspection, digests: readonly string[]): string | null {
    const unread = unreadFiles(inspection.prompt);
    if (unread.includes(undefined)) return null;
    const guilty = guiltyParts(inspection);
    const found = [...guilty.map((index) => digests[index]!), ...unread];
    const wanted = found.length > 0 ? found : digests;
    if (wanted.length === 0) return null;
    const decisions = wanted.map((digest) => this.#decisions.get(digest!));
    return decisions.includes(undefined) ? null : decisions[0]!;
  }
}

/** Indexes of the parts in which something was found. */
export function guiltyParts({ classification }: Inspection): number[] {
  return [...new Set(classification.findings.map((finding) => finding.part))];
}

/** Digests of the opened files of a prompt. */
export function fileDigests({ files = [] }: Prompt): string[] {
  return files.map(({ digest }) => digest);
}

/** For everything that could not be read: the digest of the file it is or stands in. */
function unreadFiles({ unreadable, files = [] }: Prompt): (string | undefined)[] {
  return unreadable.map(({ fileId }) => files.find(({ id }) => id === fileId)?.digest);
}
