/** A small notice while files are being read: which, how far, and a way to stop. */
import type { Language } from '../../lib/language/language.ts';
import { translate } from '../../lib/language/translate.ts';
import { visibleText } from '../decision-dialog/visible-text.ts';
import { Mark } from '../ui/mark.tsx';

export interface FileProgressContent {
  language: Language;
  /** Of the files, as far as they are known. */
  names: readonly string[];
  onCancel: () => void;
}

export function FileProgress({ language, names, onCancel, done }: FileProgressContent & { done: number }) {
  const { files } = translate(language);
  const percent = Math.round(done * 100);
  return (
    <section className="notices" popover="manual" dir="ltr" lang={language} aria-label={files.checking(names.length)}>
      <article className="notice">
        <Mark size={24} />
        <div className="notice-text">
          <h2 role="status">{files.checking(names.length)}</h2>
          {names.length === 1 && <bdi className="aside">{visibleText(names[0]!)}</bdi>}
          <progress max={100} value={percent} aria-label={files.checking(names.length)} />
          <p className="aside">{files.notSent}</p>
          <div className="notice-buttons">
            <button type="button" className="button" onClick={onCancel}>
              {files.stop}
            </button>
          </div>
        </div>
      </article>
    </section>
  );
}
