import { translate } from '../../lib/language/translate.ts';
import { Notice, type NoticeContent } from './notice.tsx';

export interface StackedNotice extends NoticeContent {
  key: string;
  times: number;
  onReload?: () => void;
}

/** More than this would cover the page; a busy site can be refused many calls a minute. */
const MOST_NOTICES = 3;

/** The newest first; the same refusal again counts up instead of piling up. */
export function addNotice(notices: readonly StackedNotice[], notice: Omit<StackedNotice, 'times'>): StackedNotice[] {
  const same = notices.find(({ key }) => key === notice.key);
  const others = notices.filter((each) => each !== same);
  return [{ ...notice, times: (same?.times ?? 0) + 1 }, ...others].slice(0, MOST_NOTICES);
}

interface NoticeStackProps {
  notices: readonly StackedNotice[];
  onDismiss: (key: string) => void;
}

export function NoticeStack({ notices, onDismiss }: NoticeStackProps) {
  const label = translate(notices[0]?.language ?? 'en').notice.region;
  return (
    <section className="notices" aria-label={label} aria-live="polite" dir="ltr" popover="manual">
      {notices.map(({ key, ...notice }) => (
        <Notice key={key} {...notice} onDismiss={() => onDismiss(key)} />
      ))}
    </section>
  );
}
