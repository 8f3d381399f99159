import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../../server/connectors/backoff.ts';
import type { SyslogSettings } from '../../../../server/connectors/connector-settings.ts';
import { makeEvent } from '../../../../server/connectors/ocsf/ocsf-event.ts';
import { toCef } from '../../../../server/connectors/transports/cef.ts';
import { syslogFrame } from '../../../../server/connectors/transports/syslog.ts';
import { TELLER } from '../../../fakes/feed-samples.ts';

const SETTINGS = { facility: 13, hostname: 'endpoint example', format: 'json' } as SyslogSettings;

function eventWith(text: string) {
  const event = makeEvent(
    {
      ocsfClass: 'authentication',
      activity: { id: 1, name: 'Logon' },
      severity: 'high',
      time: Date.UTC(2026, 10, 21),
      message: text,
      uid: 'x',
      attributes: { user: { name: text } },
    },
    TELLER,
  );
  return { position: 0, event, json: JSON.stringify(event) };
}

describe('syslogFrame', () => {
  it('counts octets, and keeps every text on one line of ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const frame = syslogFrame(eventWith(text), SETTINGS).toString('latin1');
        const [, length, message] = /^(\d+) ([\s\S]*)$/.exec(frame)!;
        expect(message!.length).toBe(Number(length));
        expect(message).toMatch(
          /^<107>1 2026-11-21T00:00:00\.000Z endpoint-example sluice - authentication - \{[ -~]*\}$/,
        );
        expect(JSON.parse(message!.slice(message!.indexOf('{')))).toEqual(JSON.parse(eventWith(text).json));
      }),
    );
  });
});

describe('toCef', () => {
  it('lets no text end a field or begin another', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '|', '=', '\\', '\n', '\r', ' ') }), (text) => {
        const cef = toCef(eventWith(text).event);
        expect(cef).not.toMatch(/[\r\n]/);
        const fields = cef.split(/(?<!\\)(?:\\\\)*\|/);
        expect(fields.slice(0, 5)).toEqual(['CEF:0', 'Sluice', 'Sluice', '0.1.0', '300201']);
        const keys = [...cef.matchAll(/(?:^|[| ])(\w+)=/g)].map(([, key]) => key);
        expect(keys.filter((key) => key === 'cs1Label')).toHaveLength(1);
      }),
    );
  });
});

it('waits longer after every failure, five minutes at most, and never the same for all', () => {
  expect([1, 2, 3, 9, 50].map((failures) => backoffMs(failures, 1))).toEqual([1_000, 2_000, 4_000, 256_000, 300_000]);
  expect(backoffMs(3, 0)).toBe(2_000);
});
