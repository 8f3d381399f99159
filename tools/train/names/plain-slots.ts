/** What fills the slots of a template that are no names. */
import {
  COMPANIES,
  DEMONYMS,
  EPONYMS,
  FIGURES,
  FOODS,
  GERMAN_NOUNS,
  IMPERATIVES,
  JOBS,
  REQUESTS,
  RIVERS,
  TECHNIQUES,
  TITLES,
  WORDS,
} from './plain-words.data.ts';
import type { Pools } from './pools.ts';
import type { Random } from './random.ts';
import { ACTIONS, SPEAKERS, WORD_NAMES } from './word-names.data.ts';

/** Slots that are one of a list of words, whatever the language. */
const LISTS: Record<string, readonly string[]> = {
  eponym: EPONYMS,
  figure: FIGURES,
  imperative: IMPERATIVES,
  tech: TECHNIQUES,
  food: FOODS,
  river: RIVERS,
  company: COMPANIES,
  title: TITLES,
  role: SPEAKERS,
  mon: (WORDS.months.en ?? []).map((month) => month.slice(0, 3)),
  product: WORDS.products,
  noun: WORDS.nouns,
  adjective: WORDS.adjectives,
};

export class PlainSlots {
  private readonly pools: Pools;
  private readonly language: string;
  private readonly random: Random;

  constructor(pools: Pools, language: string, random: Random) {
    this.pools = pools;
    this.language = language;
    this.random = random;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.random.below(10)).join('');
  }

  /** @throws when there is no such slot. */
  fill(kind: string): string {
    const { random } = this;
    const digits = (count: number) => this.digits(count);
    switch (kind) {
      case 'nat':
        return random.pick(DEMONYMS[this.language] ?? DEMONYMS.en!);
      case 'job':
        return random.pick(JOBS[this.language] ?? JOBS.en!);
      case 'num':
        return digits(1 + random.below(5));
      case 'id':
        return random.pick(['', 'A', 'INV-', 'K', 'PO', 'MRN', 'AB-']) + digits(5 + random.below(5));
      case 'zip':
        return digits(5);
      case 'house':
        return String(1 + random.below(250));
      case 'age':
        return String(18 + random.below(70));
      case 'card':
        return [digits(4), digits(4), digits(4), digits(4)].join(random.pick(['', ' ', '-']));
      case 'phone':
        return (
          random.pick(['+1 555 ', '(212) 555-', '0', '+49 30 ', '+44 20 ', '+33 6 ', '07', '555-']) +
          digits(4 + random.below(4))
        );
      case 'url':
        return `https://www.${random.pick(WORDS.nouns).toLowerCase()}.${random.pick(['com', 'org', 'net', 'de', 'io'])}/${digits(3)}`;
      case 'date':
        return this.date();
      case 'time':
        return `${1 + random.below(12)}:${random.pick(['00', '15', '30', '45'])}${random.pick([' pm', 'am', '', ' PM'])}`;
      case 'money':
        return `${random.pick(['$', '€', '£', 'USD ', 'EUR '])}${digits(1 + random.below(5))}`;
      case 'cap':
        return capitalise(this.word());
      case 'word':
        return this.word();
      case 'heading':
        return Array.from({ length: 1 + random.below(4) }, () => capitalise(this.word())).join(' ');
      case 'ident': {
        const word = Array.from({ length: 2 + random.below(2) }, () => capitalise(this.word())).join('');
        return random.chance(0.4) ? word.slice(0, 1).toLowerCase() + word.slice(1) : word;
      }
      case 'verb':
        return random.pick(REQUESTS[this.language] ?? REQUESTS.en!);
      case 'abbr':
        return random.chance(0.5) ? random.pick(WORDS.abbreviations) : this.letters();
      case 'month':
        return random.pick(WORDS.months[this.language] ?? WORDS.months.en!);
      case 'does':
        return random.pick(ACTIONS[this.language] ?? ACTIONS.en!);
      case 'wplain':
        return random.pick(WORD_NAMES[this.language] ?? WORD_NAMES.en!);
      case 'wsmall':
        return this.fill('wplain').toLowerCase();
      case 'weekday':
        return random.pick(WORDS.weekdays[this.language] ?? WORDS.weekdays.en!);
      default:
        if (LISTS[kind] === undefined) throw new Error(`unknown slot {${kind}}`);
        return random.pick(LISTS[kind]);
    }
  }

  /** An abbreviation of something nobody knows. */
  private letters(): string {
    const { random } = this;
    const text = Array.from({ length: 2 + random.below(4) }, () => String.fromCharCode(65 + random.below(26))).join('');
    return random.chance(0.1) ? `${text}s` : text;
  }

  /** An ordinary word of the language; a German noun now and then with its capital. */
  private word(): string {
    const { random, language, pools } = this;
    const foreign =
      language === 'others' ? random.pick(Object.values(pools.foreignWords)) : pools.foreignWords[language];
    if (language === 'de' && random.chance(0.5)) return this.germanNoun();
    if (foreign !== undefined && (language !== 'others' || random.chance(0.3))) return random.pick(foreign);
    return random.pick(pools.words[random.below(3)]!).replace(/'s$/, '');
  }

  /** German makes nouns of nouns without end. */
  private germanNoun(): string {
    const { random } = this;
    const noun = random.pick(GERMAN_NOUNS);
    if (random.chance(0.5)) return noun;
    const joint = random.pick(['', '', 's', 'n', 'en']);
    return noun + joint + random.pick(GERMAN_NOUNS).toLowerCase() + random.pick(['', '', 'en', 'e', 'n', 's', 'er']);
  }

  private date(): string {
    const { random } = this;
    const day = 1 + random.below(28);
    const month = 1 + random.below(12);
    const year = 1940 + random.below(86);
    const names = WORDS.months[this.language] ?? WORDS.months.en!;
    return random.pick([
      `${day}/${month}/${year}`,
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      `${names[month - 1]} ${day}, ${year}`,
      `${day} ${names[month - 1]} ${year}`,
      `${names[month - 1]} ${day}`,
      `${day}.${month}.${year}`,
    ]);
  }
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
