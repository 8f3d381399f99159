import { useCallback, useState } from 'react';
import type { Language } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';
import type { RecordPage } from '../../lib/messages/popup-state.ts';
import { Loaded, useLoading } from '../ui/loaded.tsx';
import { formatMoment } from '../ui/moment.ts';

const PAGE = 25;

interface RecordListProps {
  language: Language;
  load: (page: { offset: number; limit: number }) => Promise<RecordPage>;
}

/** The person's own records, newest first, a page at a time. */
export function RecordList({ language, load }: RecordListProps) {
  const { records } = translatePages(language).options;
  const [offset, setOffset] = useState(0);
  const [loading, retry] = useLoading(useCallback(() => load({ offset, limit: PAGE }), [load, offset]));
  return (
    <>
      <p className="aside">{records.explain}</p>
      <Loaded language={language} loading={loading} onRetry={retry}>
        {(page) => <RecordPageView language={language} page={page} offset={offset} onOffset={setOffset} />}
      </Loaded>
    </>
  );
}

interface RecordPageViewProps {
  language: Language;
  page: RecordPage;
  offset: number;
  onOffset: (offset: number) => void;
}

export function RecordPageView({ language, page, offset, onOffset }: RecordPageViewProps) {
  const { records } = translatePages(language).options;
  if (page.total === 0) return <p>{records.empty}</p>;
  const last = offset + page.records.length;
  return (
    <>
      <ul className="entries">
        {page.records.map(({ seq, ts, kind, json, state }) => (
          <li key={seq}>
            <details>
              <summary>
                {records.entry(seq)} <span className="aside">{formatMoment(language, ts)}</span> <code>{kind}</code>{' '}
                <span className="badge">{records.states[state]}</span>
              </summary>
              <pre dir="ltr">{json}</pre>
            </details>
          </li>
        ))}
      </ul>
      <div className="paging">
        <button
          type="button"
          className="button"
          disabled={offset === 0}
          onClick={() => onOffset(Math.max(0, offset - PAGE))}
        >
          {records.newer}
        </button>
        <span role="status">{records.range(Math.min(offset + 1, last), last, page.total)}</span>
        <button type="button" className="button" disabled={last >= page.total} onClick={() => onOffset(offset + PAGE)}>
          {records.older}
        </button>
      </div>
    </>
  );
}
