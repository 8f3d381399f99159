import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { ConversationVaults } from '../../../lib/redact/conversation-vaults.ts';

const vaults = () => new ConversationVaults((length) => new Uint8Array(randomBytes(length)));

it('a new chat keeps its vault when the app gives it an id', () => {
  const all = vaults();
  const unnamed = all.of(null);
  expect(all.of(null)).toBe(unnamed);
  expect(all.of('c1')).toBe(unnamed);
  expect(all.of('c1')).toBe(unnamed);
});

it('another conversation has another vault, so tokens cannot be joined', () => {
  const all = vaults();
  const first = all.of('c1');
  const second = all.of('c2');
  expect(second).not.toBe(first);
  expect(second.tokenFor('PERSON', 'Ann')).not.toBe(first.tokenFor('PERSON', 'Ann'));
  expect(all.of('c1')).toBe(first);
});

it('what is being written belongs to the conversation last seen', () => {
  const all = vaults();
  all.of('c1');
  const second = all.of('c2');
  expect(all.of(null)).toBe(second);
});
