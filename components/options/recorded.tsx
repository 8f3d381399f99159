import type { Language } from '../../lib/language/language.ts';
import { translatePages } from '../../lib/language/translate-pages.ts';

/** In plain words: what is and what is not recorded. */
export function Recorded({ language }: { language: Language }) {
  const { recorded } = translatePages(language).options;
  return (
    <div className="two-lists">
      <PlainList title={recorded.yes} items={recorded.yesItems} />
      <PlainList title={recorded.no} items={recorded.noItems} />
    </div>
  );
}

function PlainList({ title, items }: { title: string; items: string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plain">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
