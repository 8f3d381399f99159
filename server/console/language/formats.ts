/** Numbers, dates and lengths of time as people of one language write them, in the time zone of the browser. */
import { type Count, counting, type Language } from '../../../lib/language/language.ts';

/** English is written as in Great Britain: its days cannot be taken for months. */
const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es' };

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

export interface Formats {
  number(n: number): string;
  /** A sentence that depends on a number, which stands where the form has `#`. */
  count: Count;
  /** @param permille 0..1000. */
  percent(permille: number): string;
  /** To the byte. */
  bytes(n: number): string;
  milliseconds(n: number): string;
  /** A length of time in its largest unit, e.g. `3 minutes`. */
  length(ms: number): string;
  /** Day and time, with the year when that is not this one. `ms` and `now` count from the epoch. */
  moment(ms: number, now: number): string;
  /** The day alone, with its year. */
  day(ms: number): string;
  /** Nothing left out, with the time zone. */
  fullMoment(ms: number): string;
  list(items: readonly string[]): string;
}

export function formatsOf(language: Language): Formats {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
  const lists = new Intl.ListFormat(locale, { type: 'unit' });
  const unit = (n: number, name: string, unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(n);
  return {
    number: (n) => numbers.format(n),
    count: counting(language),
    percent: (permille) => percents.format(permille / 1000),
    bytes: (n) => unit(n, 'byte', 'long'),
    milliseconds: (n) => unit(n, 'millisecond', 'short'),
    length(ms) {
      const [name, size] = UNITS.find(([, each]) => ms >= each) ?? UNITS[3];
      return unit(Math.floor(ms / size), name, 'long');
    },
    moment(ms, now) {
      const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
      return `${(isThisYear ? day : dayOfYear).format(ms)}, ${clock.format(ms)}`;
    },
    day: (ms) => dayOfYear.format(ms),
    fullMoment: (ms) => full.format(ms),
    list: (items) => lists.format(items),
  };
}
