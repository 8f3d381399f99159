import { describe, expect, it } from 'vitest';
import { formatMs, formatRatio, formatTable } from '../../../tools/bench/table.ts';

describe('formatTable', () => {
  it('lines columns up, names to the left and figures to the right', () => {
    const text = formatTable({
      title: 'Times',
      head: ['text', 'ms', 'ratio'],
      rows: [
        ['a', '1.25', 'x1'],
        ['longer', '10', 'x1,200'],
      ],
      notes: ['measured once'],
    });
    expect(text.split('\n')).toEqual([
      'Times',
      '',
      'text      ms   ratio',
      '------  ----  ------',
      'a       1.25      x1',
      'longer    10  x1,200',
      '  measured once',
      '',
    ]);
  });

  it('takes short rows and tables without rows', () => {
    expect(formatTable({ title: 'T', head: ['a', 'b'], rows: [['x']] })).toContain('\nx\n');
    expect(formatTable({ title: 'T', head: ['a', 'b'], rows: [] })).toContain('\na  b\n-  -\n');
  });
});

it.each([
  [0.4213, '0.42 ms'],
  [-0.4213, '-0.42 ms'],
  [23.14, '23.1 ms'],
  [310.4, '310 ms'],
  [12_340, '12.3 s'],
])('formatMs(%d) is %s', (ms, text) => {
  expect(formatMs(ms)).toBe(text);
});

it.each([
  [0, 'x0.00'],
  [0.0042, '<x0.01'],
  [0.266, 'x0.27'],
  [3.42, 'x3.4'],
  [34.2, 'x34'],
  [1234.5, 'x1,235'],
  [null, '-'],
])('formatRatio(%s) is %s', (value, text) => {
  expect(formatRatio(value)).toBe(text);
});
