import { describe, expect, it } from 'vitest';
import { checkWires, SAFE, TEXT } from './check-wires.ts';
import { bytesOf, gunzipped } from './requests.ts';
import { WIRES } from './wires.ts';

checkWires(WIRES);

describe('packed bodies', () => {
  it.each(WIRES.filter(({ name }) => name.endsWith('gzip')))('$name: is packed again', async ({ site, make }) => {
    const request = make(TEXT);
    const part = (await site.read(request))!.parts.find(({ text }) => text === TEXT)!;
    const body = await site.write(request, new Map([[part.id, SAFE]]));
    const plain = new TextDecoder().decode(gunzipped(bytesOf(body)));
    expect(plain).toContain('[CREDIT_CARD_1·k7q2]');
    expect(plain).not.toContain('4111');
  });
});
