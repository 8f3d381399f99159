/** A view whose data has to be asked for: loading, failed with a way to try again, or shown. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Language } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';

export type Loading<T> = { state: 'loading' } | { state: 'failed' } | { state: 'done'; value: T };

/** Calls `load` now and whenever it changes; an answer that comes after a newer question is dropped. */
export function useLoading<T>(load: () => Promise<T>): [Loading<T>, () => void] {
  const [loading, setLoading] = useState<Loading<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to load again
  useEffect(() => {
    let current = true;
    setLoading({ state: 'loading' });
    load().then(
      (value) => current && setLoading({ state: 'done', value }),
      () => current && setLoading({ state: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [load, attempt]);
  return [loading, useCallback(() => setAttempt((count) => count + 1), [])];
}

interface LoadedProps<T> {
  language: Language;
  loading: Loading<T>;
  onRetry: () => void;
  children: (value: T) => ReactNode;
}

export function Loaded<T>({ language, loading, onRetry, children }: LoadedProps<T>) {
  const messages = translatePages(language);
  if (loading.state === 'done') return children(loading.value);
  if (loading.state === 'loading') return <p role="status">{messages.loading}</p>;
  return (
    <div role="alert" className="failed">
      <p>{messages.failed}</p>
      <button type="button" className="button" onClick={onRetry}>
        {messages.retry}
      </button>
    </div>
  );
}
