/**
 * The notice of last resort, for a guard that outlived its extension before the views were loaded: one sentence and a
 * button, without any library.
 */
import type { Language } from '../lib/language/language.ts';
import { plainWords } from '../lib/language/plain-words.ts';
import type { OpenOverlay } from './overlay.ts';

const CSS = `
  div { position: fixed; inset: auto 16px 16px auto; z-index: 2147483647; max-width: 360px; padding: 16px;
    font: 14px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; border: 1px solid #767676; border-radius: 8px; }
  button { font: inherit; margin-top: 8px; padding: 6px 12px; }
  @media (prefers-color-scheme: dark) { div { color: #f2f2f2; background: #1f1f1f; } }`;

const shown = new WeakSet<Document>();

/** Shows it once per document. `onReload`: what the button does. */
export function showPlainNotice(document: Document, language: Language, open: OpenOverlay, onReload: () => void): void {
  if (shown.has(document)) return;
  shown.add(document);
  const forget = () => void shown.delete(document);
  const { container } = open({ document, css: CSS, onKey: () => {}, onRemoved: forget });
  const { text, reload } = plainWords[language];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = reload;
  button.addEventListener('click', (event) => event.isTrusted && onReload());
  const sentence = document.createElement('p');
  sentence.textContent = text;
  sentence.style.margin = '0';
  container.setAttribute('role', 'alert');
  container.lang = language;
  container.append(sentence, button);
}
