import { describe, expect, it } from 'vitest';
import { pathGlobSchema } from '../../../lib/sites/extra-app-schema.ts';
import { globExpression, matchesPath } from '../../../lib/sites/path-glob.ts';

const CASES: [string, string, boolean][] = [
  ['/api/chat', '/api/chat', true],
  ['/api/chat', '/api/chat/', true],
  ['/api/chat', '/api/chats', false],
  ['/api/*/messages', '/api/7/messages', true],
  ['/api/*/messages', '/api/7/8/messages', false],
  ['/api/**', '/api/7/8/messages', true],
  ['/api/**', '/apix/7', false],
  ['/**', '/anything/at/all', true],
  ['/a.b', '/aXb', false],
  ['/(a+)+$', '/aaaa', false],
  ['/(a+)+$', '/(a+)+$', true],
  ['/', '/', true],
  ['/', '/x', false],
];

describe('path globs', () => {
  it.each(CASES)('%s on %s: %s', (glob, path, fits) => {
    expect(pathGlobSchema.safeParse(glob).success).toBe(true);
    expect(matchesPath(glob, path)).toBe(fits);
    expect(globExpression(glob, 'ai.example').test(`ai.example${path}`)).toBe(fits);
  });

  it.each(['api/chat', '/a b', '/x*y', '/**/x', '(.*)+', '', `/${'a'.repeat(400)}`])('%s is no glob', (glob) =>
    expect(pathGlobSchema.safeParse(glob).success).toBe(false),
  );

  it('are matched in linear time whatever the path', () => {
    const glob = `/${Array.from({ length: 60 }, () => '*').join('/')}`;
    // Not linear, this would outlast the patience of the run.
    const path = `/${'a/'.repeat(1_000_000)}`;
    expect(globExpression(glob, 'ai.example').test(`ai.example${path}`)).toBe(false);
    expect(matchesPath(glob, path)).toBe(false);
  });
});
