/** One prompt with a card number, from the question to what the server received. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { FixtureServer } from '../fixtures/server/server.ts';
import { answerDialog } from './answer-dialog.ts';
import { arrival, PATIENCE_MS } from './arrival.ts';
import type { DriverPage } from './drivers/driver.ts';

export const CARD = '4111 1111 1111 1111';
export const WITH_CARD = `check my card ${CARD} please`;
const REDACTED = /^check my card \[CREDIT_CARD_1·\w+\] please$/;
/** The prompt call of ChatGPT's hosts. */
export const PROMPT = '/backend-api/f/conversation';
/** A request to loopback that was not held has arrived long before. */
export const GRACE_MS = 300;
export const SOON = { timeout: PATIENCE_MS, interval: 50 };

export function exchange(server: () => FixtureServer, page: () => DriverPage) {
  const prompts = (): string[] =>
    server()
      .requests(PROMPT)
      .map(({ body }) => JSON.parse(body.toString('utf8')).messages.at(-1).content.parts[0]);
  const leaks = () => [...server().sinkContains(CARD), ...server().sinkContains(CARD.replaceAll(' ', ''))];
  const decide = (button: string) => answerDialog(page(), button);
  const arrived = async (count = 1) => expect(await arrival('prompt', prompts, count)).toHaveLength(count);
  /** Held, asked about once, and sent redacted exactly once. */
  const redactedOnce = async () => {
    await decide('Send redacted');
    await arrived();
    await sleep(GRACE_MS);
    expect(prompts()).toEqual([expect.stringMatching(REDACTED)]);
    expect(leaks()).toEqual([]);
  };
  return { prompts, leaks, decide, arrived, redactedOnce };
}
