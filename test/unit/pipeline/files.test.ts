import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '../../../lib/classify/documents/document.ts';
import { FileDesk, type FileReader } from '../../../lib/pipeline/files.ts';
import type { Prompt } from '../../../lib/prompt/prompt.ts';

const NEVER = new AbortController().signal;
const BYTES = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 0xff]);
const OTHER = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff]);
const READING: DocumentReading = {
  format: 'xlsx',
  parts: [{ id: 'a1', place: 'sheet Payroll, B2', text: 'four thousand' }],
  unreadable: [{ id: 'logo', place: 'media/logo.png', reason: 'image' }],
};

function prompt(...files: { name: string; bytes: Uint8Array }[]): Prompt {
  return {
    app: 'chatgpt',
    host: 'chatgpt.com',
    channel: 'file',
    shape: 'known',
    conversation: null,
    parts: [{ id: 'note', role: 'user', kind: 'text', text: 'see attached' }],
    unreadable: [
      { id: 'stream', reason: 'stream' },
      ...files.map(({ name, bytes }, index) => ({
        id: `f${index}`,
        reason: 'binary' as const,
        file: { name, mediaType: '', bytes },
      })),
    ],
  };
}

function desk(reader: Partial<FileReader>) {
  const seen = { reads: 0, names: [] as string[][], progress: [] as number[], ended: 0, cancel: () => {} };
  const read: FileReader['read'] = async (file, control) => {
    seen.reads += 1;
    return reader.read ? reader.read(file, control) : READING;
  };
  const files = new FileDesk({ read, rewrite: reader.rewrite ?? (async () => OTHER) }, (names, onCancel) => {
    seen.names.push(names);
    seen.cancel = onCancel;
    return { progress: (done) => void seen.progress.push(done), end: () => void seen.ended++ };
  });
  return { files, seen };
}

describe('opening the files of a prompt', () => {
  it('gives parts and unreadable pieces that name their file, beside what was there', async () => {
    const { files } = desk({});
    const opened = await files.open(prompt({ name: 'pay.xlsx', bytes: BYTES }), NEVER);
    expect(opened.parts).toEqual([
      { id: 'note', role: 'user', kind: 'text', text: 'see attached' },
      {
        id: 'f0\na1',
        role: 'user',
        kind: 'attachment',
        text: 'four thousand',
        name: 'pay.xlsx',
        fileId: 'f0',
        place: 'sheet Payroll, B2',
      },
    ]);
    expect(opened.unreadable).toEqual([
      { id: 'stream', reason: 'stream' },
      { id: 'f0\nlogo', reason: 'image', fileId: 'f0', place: 'media/logo.png' },
    ]);
    expect(opened.files).toMatchObject([{ id: 'f0', name: 'pay.xlsx', format: 'xlsx', size: 6 }]);
    expect(opened.files![0]!.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads the same bytes once, under whatever name, and remembers the name the person knows', async () => {
    const { files, seen } = desk({});
    await files.open(prompt({ name: 'pay.xlsx', bytes: BYTES }), NEVER);
    const again = await files.open(prompt({ name: '', bytes: BYTES.slice() }), NEVER);
    expect(seen.reads).toBe(1);
    expect(again.files).toMatchObject([{ name: 'pay.xlsx' }]);
  });

  it('of many files opens all and shows how far it is', async () => {
    const read: FileReader['read'] = async (_, { onProgress }) => {
      onProgress(0.5);
      return READING;
    };
    const { files, seen } = desk({ read });
    const opened = await files.open(prompt({ name: 'a', bytes: BYTES }, { name: 'b', bytes: OTHER }), NEVER);
    expect(opened.files!.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(seen.names).toEqual([['a', 'b']]);
    expect(seen.progress).toEqual([0.25, 0.75]);
    expect(seen.ended).toBe(1);
  });

  it('without a file does nothing, shows nothing', async () => {
    const { files, seen } = desk({});
    const plain = prompt();
    expect(await files.open(plain, NEVER)).toBe(plain);
    expect(seen).toMatchObject({ reads: 0, names: [] });
  });
});

describe('[I67] a reader that fails', () => {
  const failing: FileReader['read'] = async () => {
    throw new Error('crashed');
  };

  it('is tried once more, then the file is unreadable, and the next prompt tries again', async () => {
    const { files, seen } = desk({ read: failing });
    const opened = await files.open(prompt({ name: 'pay.xlsx', bytes: BYTES }), NEVER);
    expect(opened.parts.map(({ id }) => id)).toEqual(['note']);
    expect(opened.unreadable).toContainEqual(expect.objectContaining({ reason: 'unread', fileId: 'f0' }));
    expect(seen).toMatchObject({ reads: 2, ended: 1 });
    await files.open(prompt({ name: 'pay.xlsx', bytes: BYTES }), NEVER);
    expect(seen.reads).toBe(4);
  });

  it('once is not noticed', async () => {
    let attempts = 0;
    const read: FileReader['read'] = async (file, control) => {
      attempts += 1;
      return attempts === 1 ? failing(file, control) : READING;
    };
    const opened = await desk({ read }).files.open(prompt({ name: 'pay.xlsx', bytes: BYTES }), NEVER);
    expect(opened.files).toMatchObject([{ format: 'xlsx' }]);
  });

  it.each(['person', 'page'])('because the %s gave up leaves the file unreadable, without another try', async (who) => {
    const page = new AbortController();
    const { files, seen } = desk({
      read: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('cancelled')));
          if (who === 'person') seen.cancel();
          else page.abort();
        }),
    });
    const opened = await files.open(prompt({ name: 'a', bytes: BYTES }, { name: 'b', bytes: OTHER }), page.signal);
    expect(opened.unreadable.map(({ reason }) => reason)).toEqual(['stream', 'unread', 'unread']);
    expect(seen.reads).toBe(1);
  });
});

describe('closing the files of a prompt', () => {
  const before = prompt({ name: 'pay.xlsx', bytes: BYTES }, { name: 'other.xlsx', bytes: OTHER });

  it('gives bytes for files whose pieces change and leaves texts as they are', async () => {
    const asked: [string, [string, string][]][] = [];
    const { files } = desk({
      rewrite: async ({ name }, texts) => {
        asked.push([name, [...texts]]);
        return OTHER;
      },
    });
    const texts = new Map([
      ['note', 'seen'],
      ['f0\na1', '[X]'],
    ]);
    expect(await files.close(before, texts)).toEqual({
      changes: new Map<string, unknown>([
        ['note', 'seen'],
        ['f0', OTHER],
      ]),
      unwritable: [],
    });
    expect(asked).toEqual([['pay.xlsx', [['a1', '[X]']]]]);
  });

  it.each([
    ['cannot write the format', async () => null],
    ['crashes', () => Promise.reject(new Error('crashed'))],
  ])('names the file when the reader %s', async (_, rewrite) => {
    const { files } = desk({ rewrite });
    const { unwritable, changes } = await files.close(before, new Map([['f0\na1', '[X]']]));
    expect([unwritable, changes.size]).toEqual([['pay.xlsx'], 0]);
    expect((await files.close(before, new Map([['note', 'seen']]))).unwritable).toEqual([]);
  });
});
