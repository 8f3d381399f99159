/** A small message over the page: a request was stopped, or the tab has to be reloaded. It stays until dismissed. */
import type { Language } from '../../lib/language/language.ts';
import { translate } from '../../lib/language/translate.ts';
import { Mark } from '../ui/mark.tsx';

export interface NoticeContent {
  language: Language;
  appName: string;
  /** `reload`: this tab is not protected until it is loaded again, and holds everything meanwhile. */
  kind: 'refused' | 'reload';
  /** Stable code of the refusal: it picks the sentences and is shown under "Details". */
  code: string;
  /** The deciding rule, where there is one. Its message is the reason when the code is `rule`; else it is a detail. */
  rule?: { id: string; ver: number; owner: string; message: string };
}

export interface NoticeProps extends NoticeContent {
  /** How many calls were refused for the same reason while this notice stood. */
  times: number;
  onDismiss: () => void;
  /** Offered with `reload` only. */
  onReload?: () => void;
}

export function Notice({ language, appName, kind, code, rule, times, onDismiss, onReload }: NoticeProps) {
  const { notice, owner, rule: ruleName } = translate(language);
  return (
    <article className="notice" lang={language}>
      <Mark size={24} />
      <div className="notice-text">
        <h2>{kind === 'reload' ? notice.reloadTitle : notice.stopped(appName)}</h2>
        <p dir="auto">{(code === 'rule' && rule?.message) || sentence(notice.because, code)}</p>
        <p>{kind === 'reload' ? notice.reloadHint : sentence(notice.instead, code)}</p>
        <details>
          <summary>{notice.details}</summary>
          <p className="aside">
            <bdi>{notice.code(code)}</bdi>
            {times > 1 && <span> · {notice.stoppedTimes(times)}</span>}
          </p>
          {rule && (
            <p className="aside">
              <bdi>{ruleName(rule.id, rule.ver)}</bdi> · {owner(rule.owner)}
            </p>
          )}
        </details>
        <div className="notice-buttons">
          {kind === 'reload' && onReload && (
            <button type="button" className="button primary" onClick={onReload}>
              {notice.reload}
            </button>
          )}
          <button type="button" className="button" onClick={onDismiss}>
            {notice.dismiss}
          </button>
        </div>
      </div>
    </article>
  );
}

function sentence(sentences: Record<string, string> & { other: string }, code: string): string {
  return Object.hasOwn(sentences, code) ? sentences[code]! : sentences.other;
}
