import { parse } from 'tldts';
import { describe, expect, it } from 'vitest';
import { TOP_LEVEL_DOMAINS } from '../../../lib/classify/data/top-level-domains.ts';
// The package exports no list, only its look-up: the list is read from the data behind it, which has no types.
// @ts-expect-error no declaration file
import * as trie from '../../../node_modules/tldts/dist/es6/src/data/trie.js';

function listedByPackage(): string[] {
  const names: string[] = [];
  let offset = 0;
  for (let edge = 0; edge < trie.edgeLength.length; edge += 1) {
    const end = offset + trie.edgeLength[edge]!;
    const atRoot = edge >= trie.edgeStart[trie.rulesRoot]! && edge < trie.edgeStart[trie.rulesRoot + 1]!;
    if (atRoot) names.push(trie.labelText.slice(offset, end));
    offset = end;
  }
  return names;
}

describe('TOP_LEVEL_DOMAINS', () => {
  it('is what the installed tldts carries', () => {
    expect([...TOP_LEVEL_DOMAINS].sort()).toEqual(listedByPackage().sort());
  });

  it('agrees with its look-up', () => {
    // Some registries sell only below a second level of their own, such as `co`.
    const unknown = [...TOP_LEVEL_DOMAINS].filter(
      (name) => ![`a.${name}`, `a.b.${name}`, `a.co.${name}`].some((host) => parse(host).isIcann),
    );
    expect(unknown).toEqual([]);
    for (const name of ['png', 'local', 'corp', 'toml']) expect(TOP_LEVEL_DOMAINS).not.toContain(name);
  });
});
