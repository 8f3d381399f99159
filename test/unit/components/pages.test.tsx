import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { addNotice, NoticeStack, type StackedNotice } from '../../../components/notice/notice-stack.tsx';
import { Enrolment } from '../../../components/options/enrolment.tsx';
import { RecordPageView } from '../../../components/options/record-list.tsx';
import { Rules } from '../../../components/options/rules.tsx';
import { Popup } from '../../../components/popup/popup.tsx';
import { SignInView } from '../../../components/sign-in/sign-in-view.tsx';
import { Loaded } from '../../../components/ui/loaded.tsx';
import { LANGUAGES, type Language } from '../../../lib/language/language.ts';
import { translatePages } from '../../../lib/language/translate-pages.ts';
import { type IdentityView, identityView, type PopupState, popupState } from '../../../lib/messages/popup-state.ts';
import type { Policy } from '../../../lib/policy/schema.ts';

const state: PopupState = {
  language: null,
  tab: {
    id: 7,
    host: 'chatgpt.com',
    app: { id: 'chatgpt', name: 'ChatGPT' },
    coverage: 'full',
    reason: null,
    health: 'never_seen',
    account: 'unknown',
  },
  privateWindows: true,
  policy: { id: 'baseline', version: 12, freshness: 'fresh', source: 'endpoint' },
  decisions: [
    {
      ts: 1_700_000_000_000,
      action: 'redact',
      choice: 'redact',
      counts: [{ type: 'CREDIT_CARD', class: 'PCI', count: 2 }],
    },
    { ts: 1_700_000_000_000, action: 'allow', choice: null, counts: [] },
  ],
  records: { waiting: 1, shipped: 1204, rejected: 0 },
  endpoint: { state: 'reachable', lastContact: 1_700_000_000_000 },
};

/** Text as it stands in markup. */
const inMarkup = (text: string) => renderToStaticMarkup(text);

const never = () => new Promise<never>(() => undefined);
const NO_SIGN_IN = { view: never, begin: never, end: never, open: never };

const popup = (extra: Partial<PopupState> = {}, language: Language = 'en') =>
  renderToStaticMarkup(
    <Popup
      language={language}
      state={popupState.parse({ ...state, ...extra })}
      signIn={NO_SIGN_IN}
      onOpenOptions={() => {}}
      onReloadTab={() => {}}
    />,
  );

describe('Popup', () => {
  it('shows coverage, decisions, rules and records', () => {
    const html = popup();
    for (const part of [
      'ChatGPT',
      'Protected',
      'Redaction offered',
      'you sent it redacted',
      '2 card numbers',
      'nothing found',
    ]) {
      expect(html).toContain(part);
    }
    for (const part of ['baseline, version 12', 'up to date', '1,204 delivered', '1 waiting', 'Server reachable']) {
      expect(html).toContain(part);
    }
  });

  it('says plainly when protection is partial, absent or not meant for the tab', () => {
    const tab = (coverage: PopupState['tab']['coverage'], reason: PopupState['tab']['reason'], language?: 'de') =>
      popup({ tab: { ...state.tab, coverage, reason } }, language);
    expect(tab('partial', 'no_gate')).toContain('not installed by your organisation');
    expect(tab('none', 'unheld')).toMatch(/nothing is held here.*Reload this tab/s);
    expect(tab('partial', 'no_hook', 'de')).toMatch(/ohne Sie zu fragen.*Tab neu laden/s);
    expect(tab('partial', 'unguarded')).toMatch(/In a part of this page.*was refused.*Reload this tab/s);
    expect(tab('partial', 'unguarded', 'de')).toMatch(/zurückgewiesen, ohne Sie zu fragen.*Tab neu laden/s);
    expect(tab('none', 'forbidden')).toContain('keeps Sluice out of ChatGPT');
    expect(tab('none', 'forbidden')).not.toContain('Reload this tab');
    const ungoverned = popup({ tab: { ...state.tab, host: 'example.org', app: null, coverage: 'none' } });
    expect(ungoverned).toContain('does not read or record anything');
    expect(ungoverned).not.toContain('In this tab');
  });

  it('tells how the app is read, whose account it is and where nothing is checked, only when there is something to tell', () => {
    expect(popup()).not.toMatch(/are read as expected|signed in|private windows/);
    const html = popup({ tab: { ...state.tab, health: 'unknown_shape', account: 'personal' }, privateWindows: false });
    expect(html).toMatch(/not known to Sluice.*personal account.*not allowed in private windows/s);
  });

  it('has words for empty states', () => {
    const html = popup({ policy: null, decisions: [], endpoint: { state: 'not_configured', lastContact: null } }, 'de');
    expect(html).toContain('noch keine Regeln angekommen');
    expect(html).toContain('noch nichts geprüft');
    expect(html).toContain('Kein Server eingerichtet');
  });

  it('is told counts only: a value in a decision is refused', () => {
    const decision = {
      ...state.decisions[0]!,
      counts: [{ type: 'CREDIT_CARD', class: 'PCI', count: 1, value: '4111' }],
    };
    expect(popupState.safeParse({ ...state, decisions: [decision] }).success).toBe(false);
  });
});

describe('Options', () => {
  const record = (seq: number, json: string) => ({ seq, ts: 0, kind: 'decision', json, state: 'shipped' as const });

  it('shows records byte for byte', () => {
    const json = '{"a":"<b>&\\u202e \\"x\\"","n":1}';
    const html = renderToStaticMarkup(
      <RecordPageView language="en" page={{ records: [record(9, json)], total: 1 }} offset={0} onOffset={() => {}} />,
    );
    const shown = /<pre dir="ltr">(.*)<\/pre>/.exec(html)![1]!;
    const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
    expect(shown.replace(/&(lt|gt|quot|amp);/g, (entity) => entities[entity]!)).toBe(json);
  });

  it('pages through long lists and stops at both ends', () => {
    const view = (offset: number, count: number, total: number) =>
      renderToStaticMarkup(
        <RecordPageView
          language="en"
          page={{ records: Array.from({ length: count }, (_, i) => record(i, '{}')), total }}
          offset={offset}
          onOffset={() => {}}
        />,
      );
    expect(view(0, 25, 60)).toMatch(/disabled="">Newer.*1–25 of 60.*<button type="button" class="button">Older/);
    expect(view(50, 10, 60)).toMatch(/class="button">Newer.*51–60 of 60.*disabled="">Older/);
    expect(view(0, 0, 0)).toContain('Nothing has been recorded yet.');
  });

  it('shows every rule with its words, reason and owner', () => {
    const policy: Policy = {
      id: 'baseline',
      version: 3,
      issued: '2026-01-01T00:00:00Z',
      expires: '2027-01-01T00:00:00Z',
      channel: 'stable',
      owner: { role: 'CISO', person: 'Ana Ruiz' },
      rules: [
        {
          id: 'card-numbers',
          ver: 2,
          owner: { role: 'DPO', person: 'Maria Keller' },
          rationale: 'PCI DSS 3.4',
          severity: 'high',
          mode: 'monitor',
          when: { finding: { class: ['PCI'] } },
          // biome-ignore lint/suspicious/noThenProperty: the policy's own word
          then: { action: 'block', message: { en: 'Cards stay.', de: 'Karten bleiben.', fr: 'f', es: 'e' } },
          examples: [{ text: 'hello', expect: 'allow' }],
        },
      ],
      defaults: { notEvaluable: 'block', unknownSite: 'warn', stale: 'warn', noPolicy: 'block' },
    };
    const html = renderToStaticMarkup(<Rules language="de" view={{ policy, source: 'managed', freshness: 'stale' }} />);
    for (const part of [
      'card-numbers',
      'Karten bleiben.',
      'PCI DSS 3.4',
      'Maria Keller (DPO)',
      'wird nur gezählt',
      'hält es an',
    ]) {
      expect(html).toContain(part);
    }
    const empty = renderToStaticMarkup(
      <Rules language="en" view={{ policy: null, source: null, freshness: 'none' }} />,
    );
    expect(empty).toContain('No rules have arrived yet');
  });

  it('says where records go, and what is not known', () => {
    const html = renderToStaticMarkup(
      <Enrolment
        language="en"
        view={{
          state: 'failed',
          tenant: 'acme',
          endpoint: null,
          device: 'd-1',
          kid: null,
          subject: { ref: null, assurance: 'device_only', groups: ['hr', 'sales'] },
          error: 'token_used',
        }}
      />,
    );
    for (const part of ['Enrolment failed', 'acme', 'hr, sales', 'device_only', 'token_used', 'none']) {
      expect(html).toContain(part);
    }
  });

  it.each(LANGUAGES)('of a device that was shut out says what that means for the person, in %s', (language) => {
    const view = { tenant: 'acme', endpoint: null, device: null, kid: null, error: 'revoked' } as const;
    const subject = { ref: null, assurance: 'device_only', groups: [] };
    const html = renderToStaticMarkup(<Enrolment language={language} view={{ ...view, state: 'revoked', subject }} />);
    const { popup: inPopup, options } = translatePages(language);
    expect(html).toContain(`<p>${inMarkup(options.enrolment.state.revoked)}</p>`);
    const { revoked, unreachable } = inPopup.endpoint;
    expect(revoked).not.toBe(unreachable);
    expect(popup({ endpoint: { state: 'revoked', lastContact: null } }, language)).toContain(inMarkup(revoked));
  });

  it('says when it waits and when nobody answers, with a way to try again', () => {
    const view = (loading: { state: 'loading' } | { state: 'failed' }) =>
      renderToStaticMarkup(
        <Loaded language="en" loading={loading} onRetry={() => {}}>
          {() => 'never'}
        </Loaded>,
      );
    expect(view({ state: 'loading' })).toContain('role="status"');
    expect(view({ state: 'failed' })).toMatch(/role="alert".*Try again/);
  });
});

describe('notices', () => {
  const notice = { key: 'a', language: 'en', appName: 'ChatGPT', kind: 'refused', code: 'rule' } as const;

  it('count up the same one and keep the newest three', () => {
    let notices: StackedNotice[] = [];
    for (const key of ['a', 'b', 'a', 'c', 'd']) notices = addNotice(notices, { ...notice, key });
    expect(notices.map(({ key, times }) => [key, times])).toEqual([
      ['d', 1],
      ['c', 1],
      ['a', 2],
    ]);
  });

  it('explain codes they know and codes they do not', () => {
    const html = (code: string) =>
      renderToStaticMarkup(<NoticeStack notices={[{ ...notice, code, times: 1 }]} onDismiss={() => {}} />);
    expect(html('unwritable')).toContain('does not let Sluice replace');
    const rule = { id: 'card-numbers', ver: 3, owner: 'Maria Keller', message: 'Cards stay here.' };
    const withRule = (code: string) =>
      renderToStaticMarkup(<NoticeStack notices={[{ ...notice, code, rule, times: 1 }]} onDismiss={() => {}} />);
    expect(withRule('rule')).toContain('Cards stay here.');
    expect(withRule('changed')).toContain('The text changed after you decided about it.');
    expect(withRule('changed')).toContain('Rule card-numbers, version 3');
    expect(html('constructor')).toContain('It could not be checked.');
    expect(html('<b>')).toContain('Code: &lt;b&gt;');
  });
});

describe('signing in', () => {
  const none: IdentityView = {
    ...{ state: 'none', canSignIn: true, pending: null, fault: null },
    subject: { assurance: 'device_only', ref: null, until: null, since: null, name: null },
  };
  const pending: IdentityView = {
    ...none,
    state: 'pending',
    pending: { code: 'BCDF-GHJK', expiresAt: 5, url: 'https://sluice.example/confirm' },
  };
  const subject = { assurance: 'oidc', ref: 'lusab-babad-gutih', until: 1_800_000_000_000, since: 1, name: 'Rita <b>' };
  const bound: IdentityView = { ...none, state: 'bound', subject: subject as IdentityView['subject'] };
  const view = (given: IdentityView, language: Language = 'en') =>
    renderToStaticMarkup(
      <SignInView
        language={language}
        view={identityView.parse(given)}
        busy={false}
        onBegin={() => {}}
        onOpen={() => {}}
        onEnd={() => {}}
      />,
    );
  const buttons = (html: string) => [...html.matchAll(/<button[^>]*>([^<]*)/g)].map(([, label]) => label);

  it('is offered where there is an identity provider, and says what it means', () => {
    expect(view(none)).toMatch(/name this browser, not you.*never your name/s);
    expect(buttons(view(none))).toEqual(['Sign in']);
    const off = view({ ...none, canSignIn: false });
    expect([off.includes('offers no sign-in'), buttons(off)]).toEqual([true, []]);
  });

  it('shows the code to compare, and the ways on and back', () => {
    expect(view(pending)).toContain('BCDF-GHJK');
    expect(buttons(view(pending))).toEqual(['Open the tab again', 'Cancel']);
    expect(buttons(view({ ...pending, pending: { ...pending.pending!, url: null } }))).toEqual(['Cancel']);
  });

  it('says who is signed in, what records call them, and lets them sign out', () => {
    expect(view(bound)).toMatch(/Rita &lt;b&gt;.*records call you lusab-babad-gutih/s);
    expect(buttons(view(bound))).toEqual(['Sign out']);
  });

  it.each(LANGUAGES)('has a sentence for everything that can go wrong, in %s', (language) => {
    const faults = identityView.shape.fault.def.innerType.options;
    const said = faults.map((fault) => /class="error">([^<]+)/.exec(view({ ...none, fault }, language))?.[1]);
    expect(new Set(said).size).toBe(faults.length);
    expect(said).not.toContain(undefined);
  });
});
