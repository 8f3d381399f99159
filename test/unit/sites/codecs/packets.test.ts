/** Packets of hub and event protocols: what is one, what is a piece of one, and that writing keeps the rest. */
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { Encoder, PacketType } from 'socket.io-parser';
import { describe, expect, it } from 'vitest';
import { openDgw } from '../../../../lib/sites/codecs/dgw.ts';
import { openSignalR, openSignalRMsgpack } from '../../../../lib/sites/codecs/signalr.ts';
import { openSocketIo } from '../../../../lib/sites/codecs/socket-io.ts';

const END = '\u001e';
const record = (text: string) => JSON.stringify({ type: 1, target: 'chat', arguments: [text] });

describe('SignalR', () => {
  it('[I35] opens every record of a frame under its number', () => {
    const opened = openSignalR(record('first words') + END + record('more words') + END)!;
    expect(
      opened.leaves.filter(({ path }) => path[1] === 'arguments').map(({ path, text }) => [path.join('.'), text]),
    ).toEqual([
      ['0.arguments.0', 'first words'],
      ['1.arguments.0', 'more words'],
    ]);
    const second = opened.leaves.find(({ text }) => text === 'more words')!;
    expect(opened.close(new Map([[second, 'gone']]))).toBe(record('first words') + END + record('gone') + END);
  });

  it.each(['', record('x'), record('x').slice(0, 9) + END, `${record('x')}${END}${END}`, `words${END}`])(
    '[I35] takes %j for no frame',
    (text) => expect(openSignalR(text)).toBeNull(),
  );

  it('[I35] opens messages of the real protocol, alone and joined, short and long', () => {
    const protocol = new MessagePackHubProtocol();
    const message = (text: string) =>
      new Uint8Array(protocol.writeMessage({ type: 1, target: 'chat', arguments: [{ text }] }));
    for (const text of ['words', 'w '.repeat(100), 'w '.repeat(20_000)]) {
      const frame = new Uint8Array([...message(text), ...message('other words')]);
      const opened = openSignalRMsgpack(frame)!;
      const leaf = opened.leaves.find((one) => one.text === text)!;
      expect(leaf.path).toEqual([0, 4, 0, 'text']);
      expect(opened.close(new Map())).toEqual(frame);
      expect(opened.close(new Map([[leaf, 'gone']]))).toEqual(
        new Uint8Array([...message('gone'), ...message('other words')]),
      );
      expect(openSignalRMsgpack(frame.subarray(0, frame.length - 1))).toBeNull();
    }
  });
});

describe('Socket.IO', () => {
  const encoder = new Encoder();
  const event = (data: unknown[], nsp = '/', id?: number) =>
    `4${encoder.encode({ type: PacketType.EVENT, nsp, data, ...(id === undefined ? {} : { id }) })[0]}`;

  it.each([
    ['an event', event(['message', 'some words'])],
    ['an event in a namespace', event(['message', 'some words'], '/chat')],
    ['an event with an acknowledgement', event(['message', 'some words'], '/chat', 12)],
    ['an acknowledgement', `4${encoder.encode({ type: PacketType.ACK, nsp: '/', id: 3, data: ['some words'] })[0]}`],
    ['the head of an event with attachments', `451-["message",{"_placeholder":true,"num":0},"some words"]`],
    ['several packets', `3${END}${event(['message', 'some words'])}`],
  ])('[I35] opens %s', (_, packet) => {
    const opened = openSocketIo(packet)!;
    const leaf = opened.leaves.find(({ text }) => text === 'some words')!;
    expect(opened.close(new Map())).toBe(packet);
    expect(opened.close(new Map([[leaf, 'gone']]))).toBe(packet.replace('some words', 'gone'));
  });

  it.each(['2', '3', '2probe', '5', '40', '40/chat,', '41', '42["a"]', '40{"token":"t"}'])(
    'knows the packet %s',
    (packet) => expect(openSocketIo(packet)).not.toBeNull(),
  );

  it.each([
    '',
    'words',
    '{"a":"b"}',
    '42',
    '42 ["a"]',
    '42["a"',
    '4111111111111111',
    '4211111111111["a"]',
    `2${END}words`,
  ])('takes %j for no packet', (text) => expect(openSocketIo(text)).toBeNull());
});

describe('gateway frames', () => {
  const head = Uint8Array.of(0x0d, 1, 0, 30, 0, 0, 0, 2, 9);
  const framed = (...texts: string[]) =>
    Uint8Array.from(texts.flatMap((text) => [...head, ...new TextEncoder().encode(text)]));

  it('open whatever JSON they hold, braces in strings included', () => {
    const opened = openDgw(framed('{"a":"first } words"}', '{"b":["more \\" { words"]}'))!;
    expect(opened.leaves.map(({ path, text }) => [path.join('.'), text])).toEqual([
      ['0.a', 'first } words'],
      ['1.b.0', 'more " { words'],
    ]);
    expect(opened.opaque).toEqual([]);
  });

  it('tell of what is neither JSON nor a head', () => {
    const bytes = Uint8Array.from([...framed('{"a":"words"}'), ...new Uint8Array(100).fill(200)]);
    expect(openDgw(bytes)?.opaque).toEqual([{ path: [], reason: 'unknown_shape' }]);
    expect(openDgw(Uint8Array.from([0x0d, ...new Uint8Array(100).fill(200)]))).toBeNull();
    expect(openDgw(new TextEncoder().encode('{"a":"words"}'))).toBeNull();
  });
});
