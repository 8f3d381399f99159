import { parseAst } from 'vite';
import { expect, it } from 'vitest';
import { withoutExamples } from '../../../tools/strip-examples.ts';

const strip = (code: string) => withoutExamples(code, parseAst(code));

it('takes examples out of every object, and nothing else', () => {
  const code = `const examples = 1; export const a = { id: 'x', examples: { positive: ['é{', "}"], negative: [] }, find() { return examples; } };
    export const all = [{ examples: [1], b: { examples: () => ({ examples: 2 }) } }];`;
  expect(strip(code)).toBe(
    `const examples = 1; export const a = { id: 'x',  find() { return examples; } };
    export const all = [{  b: {  } }];`,
  );
});

it('leaves code without examples as it is', () => {
  expect(strip('export const a = { example: 1 };')).toBe('export const a = { example: 1 };');
});

it('leaves names that are taken apart or put together as they are', () => {
  const code = 'const make = ({ examples }) => ({ examples });';
  expect(strip(code)).toBe(code);
});
