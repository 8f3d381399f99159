import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScanCommand } from '../../../tools/scan/cli.ts';
import { pdf, xlsx } from '../../fixtures/files/sample-files.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'scan-'));
});
afterAll(() => rm(cwd, { recursive: true }));

async function run(args: string[], input: string | Uint8Array[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const chunks = typeof input === 'string' ? [new TextEncoder().encode(input)] : input;
  const code = await runScanCommand(args, {
    input: (async function* () {
      yield* chunks;
    })(),
    out: async (line) => void out.push(line),
    err: (line) => void err.push(line),
    cwd,
  });
  return { code, out, err };
}

describe('scan --jsonl', () => {
  it('prints exactly the promised fields, one line each', async () => {
    const { code, out, err } = await run(
      ['--jsonl'],
      '{"id":"a","text":"mail anna@firma.de"}\n{"id":2,"text":"hello"}',
    );
    expect([code, err]).toEqual([0, []]);
    expect(JSON.parse(out[0]!)).toEqual({
      id: 'a',
      findings: [
        { type: 'EMAIL_ADDRESS', class: 'PII', detector: 'email-address', start: 5, end: 18, confidence: 0.97 },
      ],
      uses: [],
      decision: { action: expect.any(String), rules: expect.any(Array) },
    });
    expect(JSON.parse(out[1]!)).toEqual({ id: 2, findings: [], uses: [], decision: { action: 'allow', rules: [] } });
  });

  it('names bad lines by number, shows nothing of them, goes on, and fails at the end', async () => {
    const { code, out, err } = await run(
      ['--jsonl'],
      '{"id":1,"text":"a"}\nsecret words\n\n{"id":1}\n[]\n{"id":2,"text":"b"}\n',
    );
    expect(code).toBe(1);
    expect(out.map((line) => JSON.parse(line).id)).toEqual([1, 2]);
    expect(err.map((line) => line.split(':')[0])).toEqual(['line 2', 'line 4', 'line 5']);
    expect(err.join()).not.toContain('secret words');
  });

  it('reads lines cut anywhere, in the middle of a character too, and keeps U+2028 inside a line', async () => {
    const bytes = new TextEncoder().encode('{"id":1,"text":"é\u2028 anna@firma.de"}\r\n{"id":2,"text":"x"}\n');
    const { code, out } = await run(
      ['--jsonl'],
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
    );
    expect(code).toBe(0);
    expect(JSON.parse(out[0]!).findings[0]).toMatchObject({ start: 3, end: 16 });
    expect(out).toHaveLength(2);
  });

  it('decides by the given policy and refuses one that does not compile', async () => {
    await writeFile(join(cwd, 'bad.yaml'), 'rules: 7\n');
    const { code, out, err } = await run(['--jsonl', '--policy', 'bad.yaml'], '{"id":1,"text":"a"}');
    expect([code, out]).toEqual([1, []]);
    expect(err.join('\n')).toContain('bad.yaml');
  });
});

describe('scan FILE', () => {
  it('tells place and kind and never the value', async () => {
    await writeFile(join(cwd, 'note.txt'), 'first\nwrite to anna@firma.de\n');
    const { code, out } = await run(['note.txt']);
    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/2:10 +EMAIL_ADDRESS/);
    expect(out.join('\n')).not.toContain('anna');
  });

  it('prints JSON when asked', async () => {
    await writeFile(join(cwd, 'note.txt'), 'anna@firma.de');
    const { out } = await run(['--json', 'note.txt']);
    expect(JSON.parse(out[0]!)).toMatchObject({ file: 'note.txt', findings: [{ type: 'EMAIL_ADDRESS' }] });
  });

  it('names files that cannot be read, scans the others, and fails at the end', async () => {
    await writeFile(join(cwd, 'note.txt'), 'hello');
    await writeFile(join(cwd, 'scan.pdf'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13));
    const { code, out, err } = await run(['missing.txt', 'scan.pdf', '.', 'note.txt']);
    expect(code).toBe(1);
    expect(out).toEqual(['scan.pdf: 0 found, warn (pictures)', 'note.txt: 0 found, allow']);
    expect(err).toEqual([
      'missing.txt: there is no such file',
      'scan.pdf: cannot be read (image)',
      '.: is a folder, not a file',
    ]);
  });

  it('reads office files and PDF, and says where in them', async () => {
    await writeFile(
      join(cwd, 'staff.xlsx'),
      xlsx('Staff', [
        ['name', 'mail'],
        ['Anna', 'anna@firma.de'],
      ]),
    );
    await writeFile(join(cwd, 'letter.pdf'), await pdf('Dear Anna,', 'write to anna@firma.de'));
    const { code, out, err } = await run(['staff.xlsx', 'letter.pdf']);
    expect([code, err]).toEqual([0, []]);
    expect(out[0]).toMatch(/\n {2}Staff!A1:B2\n(?:.*\n)* {2}2:6 +EMAIL_ADDRESS/);
    expect(out[1]).toMatch(/\n {2}page 1\n(?:.*\n)* {2}2:10 +EMAIL_ADDRESS/);
    const { out: json } = await run(['--json', 'letter.pdf']);
    expect(JSON.parse(json[0]!)).toMatchObject({
      file: 'letter.pdf',
      format: 'pdf',
      findings: expect.arrayContaining([
        expect.objectContaining({ type: 'EMAIL_ADDRESS', part: 'page-1', place: 'page 1', start: 20, end: 33 }),
      ]),
      unreadable: [],
    });
  });

  it('asks for something to scan', async () => {
    expect(await run([])).toMatchObject({ code: 1, err: ['name a file to scan, or use --jsonl'] });
  });
});
