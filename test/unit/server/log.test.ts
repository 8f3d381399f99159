import { describe, expect, it } from 'vitest';
import { createLog, describeError } from '../../../server/log.ts';

describe('createLog', () => {
  it('writes one line of JSON, whatever is in the fields', () => {
    const lines: string[] = [];
    createLog((line) => lines.push(line))('warn', 'record_rejected', { reason: 'a\nb', line: 3 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'warn', code: 'record_rejected', reason: 'a\nb', line: 3 });
  });
});

describe('describeError', () => {
  it('tells class, code and place, never the message', () => {
    const error = Object.assign(new RangeError('PLANTED'), { code: '23505' });
    error.stack = `RangeError: PLANTED\n    at take (file:///srv/app/server/ingest/ingest.ts:42:7)`;
    expect(describeError(error)).toEqual({ error: 'RangeError', cause: '23505', place: 'server/ingest/ingest.ts:42' });
    expect(describeError('PLANTED')).toEqual({ error: 'string' });
  });
});
