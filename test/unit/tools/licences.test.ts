import { expect, it } from 'vitest';
import { licenceFaults } from '../../../tools/licences.ts';
import { makeSbom } from '../../../tools/sbom.ts';
import { ROOT } from '../../meta/tree.ts';

const component = (expression?: string) => ({
  components: [{ name: 'a', version: '1.0.0', ...(expression === undefined ? {} : { licenses: [{ expression }] }) }],
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['(Apache-2.0 AND BSD-3-Clause)', true],
  ['GPL-3.0-only', false],
  ['(MIT AND AGPL-3.0-only)', false],
  ['SEE LICENSE IN LICENSE', false],
  [undefined, false],
])('%s may ship: %s', (expression, fine) => {
  expect(licenceFaults(component(expression)).length === 0).toBe(fine);
});

it('the bill of materials names what ships, and only what may', () => {
  const { bomFormat, metadata, components } = JSON.parse(makeSbom(ROOT));
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'sluice']);
  const names = components.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['hono', 'kysely', 'prom-client']));
  expect(names).not.toContain('vitest');
});
