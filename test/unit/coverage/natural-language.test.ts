import { describe, expect, it } from 'vitest';
import { holdsSentence, isSentence, LOOK_AT } from '../../../lib/coverage/natural-language.ts';

describe('isSentence', () => {
  it.each([
    'how do I bake bread',
    'Please summarise the attached minutes for me.',
    'Wie schreibe ich eine höfliche Absage an einen Bewerber?',
    'Écris une lettre pour mon propriétaire',
    '¿Cómo puedo escribir una carta a mi jefe?',
    'come posso scrivere una lettera al mio capo',
    'jak mogę napisać list do mojego szefa',
    '请帮我写一封给客户的道歉信',
    '顧客への謝罪のメールを書いてください',
    'refactor parser tokens stream buffer reader writer compile emit bundle minify publish deploy',
  ])('%s', (text) => expect(isSentence(text)).toBe(true));

  it.each([
    '',
    'chatgpt-4o-mini',
    'en-US,en;q=0.9,de;q=0.8',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    '550e8400-e29b-41d4-a716-446655440000',
    'https://example.com/a/b?c=d e',
    'Sat Nov 21 2026 07:36:42 GMT+0000',
    'Submit order now',
    '1 2 3 4 5 6 7 8 9 10 11 12 13',
    'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2ln',
  ])('not %s', (text) => expect(isSentence(text)).toBe(false));
});

describe('holdsSentence', () => {
  const PROMPT = 'How do I bake bread?\nTell me "all" of it';
  it.each([
    ['JSON', JSON.stringify({ model: 'x', messages: [{ role: 'user', content: PROMPT }] })],
    ['JSON in JSON', JSON.stringify([null, JSON.stringify([[PROMPT]])])],
    ['escaped letters', '{"q":"Wie schreibe ich f\\u00fcr mich eine h\\u00f6fliche Absage"}'],
    ['plain text', PROMPT],
    ['a prompt after much else', JSON.stringify({ ids: Array(200).fill('550e8400-e29b'), q: PROMPT })],
  ])('in %s', (_, body) => expect(holdsSentence(body)).toBe(true));

  it.each([
    ['telemetry', JSON.stringify({ event: 'click', props: { id: 'btn-1', ua: 'Mozilla/5.0 (X11; Linux x86_64)' } })],
    ['a search for one word', '{"q":"bread"}'],
    ['nothing', ''],
    ['numbers', JSON.stringify({ points: Array.from({ length: 500 }, (_, index) => index * 1.5) })],
  ])('not in %s', (_, body) => expect(holdsSentence(body)).toBe(false));

  it.each([
    ['quotes', '{"'.repeat(500_000), false],
    ['backslashes', `{"${'\\'.repeat(1_000_000)}`, false],
    ['blanks', `{"q":"${' '.repeat(1_000_000)}"}`, false],
    ['one endless word', `{"q":"${'a'.repeat(1_000_000)}"}`, false],
    ['short words', `{"q":"${'a '.repeat(500_000)}"}`, true],
    ['punctuation', `{"q":"${'"(¿ '.repeat(250_000)}"}`, false],
  ])('reads a bounded part of a megabyte of %s', (_, body, isRead) => {
    expect(holdsSentence(body)).toBe(isRead);
  });

  it('is found where it goes on beyond what is read', () => {
    const long = 'Please tell me how the river got its name, and why. '.repeat(400);
    expect(holdsSentence(JSON.stringify({ prompt: long }))).toBe(true);
  });

  it('is looked for in the beginning only', () => {
    const sentence = 'What is the best way to do this with my friends?';
    const behind = (blanks: number) => `{"q":"${' '.repeat(blanks)}","p":"${sentence}"}`;
    expect(holdsSentence(behind(LOOK_AT / 2))).toBe(true);
    expect(holdsSentence(behind(LOOK_AT))).toBe(false);
  });
});
