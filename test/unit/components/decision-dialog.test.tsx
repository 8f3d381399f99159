import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DecisionDialog, type DecisionDialogContent } from '../../../components/decision-dialog/decision-dialog.tsx';
import { LANGUAGES } from '../../../lib/language/language.ts';
import { ACTIONS, type Decision, type RuleHit } from '../../../lib/policy/decision.ts';

const rule: RuleHit = {
  id: 'card-numbers',
  ver: 3,
  action: 'redact',
  mode: 'enforce',
  severity: 'high',
  findings: [0],
  message: { en: 'Cards stay here.', de: 'Karten bleiben hier.' },
  owner: 'Maria Keller',
};

const decision: Decision = {
  action: 'redact',
  wouldAction: 'redact',
  rules: [rule],
  decisive: 'card-numbers',
  choices: ['redact', 'edit', 'cancel'],
  redact: [0],
  reason: 'rule',
  evaluation: 'evaluated',
};

const content: DecisionDialogContent = {
  language: 'en',
  appName: 'ChatGPT',
  decision,
  findings: [{ type: 'CREDIT_CARD', class: 'PCI', masked: '•••• 1111' }],
  preview: 'My card is [CREDIT_CARD_1·k7q2mx].',
};

const render = (extra: Partial<DecisionDialogContent & { busy: boolean; error: string | null }> = {}) =>
  renderToStaticMarkup(<DecisionDialog {...content} busy={false} error={null} onChoice={() => {}} {...extra} />);

const buttons = (html: string) => [...html.matchAll(/data-choice="(\w+)"/g)].map((match) => match[1]);

describe('DecisionDialog', () => {
  it('says what was found, why, who answers for it and what will be sent', () => {
    const html = render();
    for (const part of ['1 card number', 'payment card data', '•••• 1111', 'Cards stay here.', 'Maria Keller']) {
      expect(html).toContain(part);
    }
    expect(html).toContain('Rule card-numbers, version 3');
    expect(html).toContain('My card is <mark>[CREDIT_CARD_1·k7q2mx]</mark>.');
    expect(html).toMatch(/role="alertdialog"[^>]*aria-labelledby/);
  });

  it.each(LANGUAGES)('speaks %s for every action, and always offers not to send', (language) => {
    for (const action of ACTIONS) {
      const html = render({ language, decision: { ...decision, action, choices: [] } });
      expect(html).toContain(`lang="${language}"`);
      expect(html).toContain('ChatGPT');
      expect(buttons(html)).toEqual(['cancel']);
    }
  });

  it('takes the rule’s message in the person’s language, else in English', () => {
    expect(render({ language: 'de' })).toContain('Karten bleiben hier.');
    expect(render({ language: 'fr' })).toContain('Cards stay here.');
  });

  it('puts the safest way on first and makes it the primary button', () => {
    const html = render({ decision: { ...decision, choices: ['proceed', 'justify', 'cancel', 'edit', 'redact'] } });
    expect(buttons(html)).toEqual(['redact', 'edit', 'cancel', 'justify', 'proceed']);
    expect(html).toMatch(/class="button primary [^"]*" data-choice="redact"/);
    const withoutRedaction = render({ decision: { ...decision, choices: ['proceed', 'edit', 'cancel'] } });
    expect(withoutRedaction).toMatch(/class="button primary [^"]*" data-choice="edit"/);
    expect(withoutRedaction).not.toContain('<mark>');
  });

  it.each(['not_evaluable', 'no_policy', 'timeout', 'default', 'something-new'])(
    'explains %s, when no rule decided',
    (reason) => {
      const html = render({
        decision: { ...decision, action: 'block', rules: [], decisive: null, choices: [], reason },
      });
      expect(html).toMatch(/<h3>Why<\/h3><p>.{20,}<\/p>/);
    },
  );

  it('escapes whatever rules, apps, files and masked values contain', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const html = render({
      appName: evil,
      findings: [{ type: evil, class: 'CUSTOM', masked: evil, partName: evil }],
      preview: evil,
      error: evil,
      decision: { ...decision, rules: [{ ...rule, id: evil, owner: evil, message: { en: evil } }], decisive: evil },
    });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html.split('&lt;script&gt;').length - 1).toBeGreaterThanOrEqual(8);
  });

  it('writes out characters that hide or reorder text, and keeps those that scripts need', () => {
    const html = render({
      findings: [{ type: 'PERSON', class: 'PII', masked: 'A\u202E•••\u200B', partName: 'invoice\u202Efdp.exe' }],
      preview: 'a\u2066b می\u200cخواهم 👩\u200d💻',
    });
    expect(html).toContain('A‹U+202E›•••‹U+200B›');
    expect(html).toContain('invoice‹U+202E›fdp.exe');
    expect(html).toContain('a‹U+2066›b می\u200cخواهم 👩\u200d💻');
  });

  it('isolates values from the direction of their surroundings', () => {
    const html = render({ findings: [{ type: 'PERSON', class: 'PII', masked: 'ש•••' }] });
    expect(html).toContain('<bdi class="value">ש•••</bdi>');
  });

  it('can be busy: sending is off, not sending stays possible', () => {
    const html = render({ busy: true, error: 'The record could not be written.' });
    expect(html).toMatch(/data-choice="redact" disabled=""/);
    expect(html).not.toMatch(/data-choice="cancel" disabled=""/);
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('The record could not be written.');
  });
});
