/**
 * Fills sentence templates. A template is text with slots in braces; `{name}`, `{first}`, `{last}`, `{city}`, `{org}` and
 * others become labelled names, `{date}`, `{phone}` and others become plain text.
 */
import type { NameType } from '../../../lib/classify/names/tag-names.ts';
import type { Example } from './example.ts';
import { OrganisationNames } from './organisation-names.ts';
import { capitalise, PlainSlots } from './plain-slots.ts';
import { EXTRA_CULTURES, PLACES, WORDS } from './plain-words.data.ts';
import type { City, Culture, Pools } from './pools.ts';
import type { Random } from './random.ts';
import { WORD_COMPANIES, WORD_NAMES, WORD_PLACES } from './word-names.data.ts';

type Slot = { text: string; type?: NameType };

const HOME: Record<string, RegExp> = {
  en: /^(?:en|py_en)/,
  de: /^(?:de|py_de)/,
  fr: /^(?:fr|py_fr)/,
  es: /^(?:es|py_es)/,
  it: /^(?:it|py_it)/,
  nl: /^(?:nl|py_nl)/,
};

const JOINTS =
  "de|van|van der|van den|von|de la|de los|del|della|di|da|das|al|bin|el|ter|van 't|ap|i|e|dos|von der|bint|ibn|abu|zu|y|op de|le|la|du|mac|ben|af|av".split(
    '|',
  );
const PREFIXES = ["O'", "O'", 'Mc', 'Mc', 'Mac', 'Fitz', "D'", 'Al-', 'El-', 'Ben-', 'Abu-', 'St. ', 'De', 'Van', 'Le'];
export class Filler {
  private readonly pools: Pools;
  private readonly random: Random;
  private readonly home: Culture[];
  private readonly all: Culture[];
  private readonly bigCities: City[];
  private readonly language: string;
  private readonly plain: PlainSlots;
  private readonly organisations: OrganisationNames;

  constructor(pools: Pools, language: string, random: Random) {
    this.pools = pools;
    this.random = random;
    this.language = language;
    this.plain = new PlainSlots(pools, language, random);
    this.organisations = new OrganisationNames(pools, language, random, {
      given: (culture) => this.given(culture),
      surname: (culture) => this.surname(culture),
      city: () => this.city(),
      country: () => this.country(),
    });
    this.all = [...pools.cultures, ...EXTRA_CULTURES, ...EXTRA_CULTURES, ...EXTRA_CULTURES];
    this.home = this.all.filter((culture) => HOME[language]?.test(culture.id));
    this.bigCities = pools.cities.filter((city) => city.population >= 300_000);
  }

  /** One filling of a template. */
  fill(template: string): Example {
    const example: Example = { text: '', spans: [] };
    const culture = this.culture();
    let from = 0;
    const last = new Map<string, Slot>();
    for (const match of template.matchAll(/\{([a-z]+)(\d?)\}/g)) {
      example.text += template.slice(from, match.index);
      from = match.index + match[0].length;
      const key = match[0];
      const slot = match[2] !== '' && last.has(key) ? last.get(key)! : this.slot(match[1]!, culture);
      last.set(key, slot);
      const start = example.text.length;
      example.text += slot.text;
      if (slot.type !== undefined) example.spans.push({ type: slot.type, start, end: example.text.length });
    }
    example.text += template.slice(from);
    return this.disturb(example);
  }

  /** Now and then all is written small or in capitals, as people do. */
  private disturb(example: Example): Example {
    const roll = this.random.next();
    const change = (text: string) => (text.length === example.text.length ? { ...example, text } : example);
    if (roll < 0.035) return change(example.text.toLowerCase());
    if (roll < 0.055) return change(example.text.toUpperCase());
    return example;
  }

  private culture(): Culture {
    const { random } = this;
    return this.home.length > 0 && random.chance(this.language === 'en' ? 0.3 : 0.6)
      ? random.pick(this.home)
      : random.pick(this.all);
  }

  private given(culture: Culture): string {
    const { random, pools } = this;
    if (culture.id.includes('en') && random.chance(0.4)) return capitalise(pools.births[skewed(random, 20_000)]![0]);
    return random.pick(culture.given);
  }

  private surname(culture: Culture): string {
    const { random, pools } = this;
    if (culture.id.includes('en') && random.chance(0.6)) return surnameCase(pools.census[skewed(random, 60_000)]!);
    return random.pick(culture.surnames);
  }

  private fullName(culture: Culture): string {
    const { random } = this;
    const given = this.given(culture);
    const surname = this.surname(culture);
    const roll = random.next();
    if (roll < 0.62) return this.cased(`${given} ${surname}`);
    if (roll < 0.67) return this.cased(`${given} ${surname} ${this.surname(culture)}`);
    if (roll < 0.7) return `${given} ${this.given(culture)} ${surname} ${this.surname(culture)}`;
    if (roll < 0.75) return this.cased(`${given} ${String.fromCharCode(65 + random.below(26))}. ${surname}`);
    if (roll < 0.79) return `${given[0]}. ${surname}`;
    if (roll < 0.83) return `${given} ${this.given(culture)} ${surname}`;
    if (roll < 0.86) return `${given} ${surname}-${this.surname(culture)}`.replace(/-.* /, '-');
    if (roll < 0.9) {
      const joint = random.pick(JOINTS);
      return this.cased(`${given} ${random.chance(0.2) ? capitalise(joint) : joint} ${surname}`);
    }
    if (roll < 0.92) return `${surname.toUpperCase()} ${given}`;
    if (roll < 0.935) return `${given} ${surname.toUpperCase()}`;
    if (roll < 0.95) return this.cased(`${surname} ${given}`);
    if (roll < 0.96) return `${given[0]}. ${this.given(culture)[0]}. ${surname}`;
    if (roll < 0.97) return `${given[0]}.${this.given(culture)[0]}. ${surname}`;
    if (roll < 0.985) return this.cased(`${given} ${random.pick(PREFIXES)}${surname}`);
    return `${given} ${surname} ${random.pick(['Jr.', 'Sr.', 'III', 'Jr', 'II'])}`;
  }

  /** Names typed without care. */
  private cased(name: string): string {
    const roll = this.random.next();
    if (roll < 0.05) return name.toLowerCase();
    if (roll < 0.08) return name.toUpperCase();
    if (roll < 0.1) return name.replace(/ (\S)/g, (part) => part.toLowerCase());
    return name;
  }

  private city(): string {
    const { random, pools } = this;
    if (random.chance(0.5)) return random.pick(this.bigCities).name;
    return pools.cities[skewed(random, 60_000)]!.name;
  }

  private country(): string {
    return this.random.pick(this.pools.countries[this.language] ?? this.pools.countries.en!);
  }

  private street(culture: Culture): string {
    const { random, pools } = this;
    if (random.chance(0.3)) return random.pick(pools.streets);
    const name = random.chance(0.5) ? this.surname(culture) : random.pick(WORDS.nouns);
    if (this.language === 'de') return `${name}${random.pick(['straße', 'weg', ' Allee', 'gasse', 'str.', 'platz'])}`;
    if (this.language === 'nl') return `${name}${random.pick(['straat', 'laan', 'weg', 'plein', 'gracht'])}`;
    if (this.language === 'fr')
      return `${random.pick(['rue', 'avenue', 'boulevard', 'place', 'Rue de', 'allée des'])} ${name}`;
    if (this.language === 'es') return `${random.pick(['Calle', 'Avenida', 'C/', 'Plaza', 'Paseo de'])} ${name}`;
    if (this.language === 'it') return `${random.pick(['Via', 'Viale', 'Piazza', 'Corso', 'via'])} ${name}`;
    return `${name} ${random.pick(['Street', 'St', 'Avenue', 'Ave', 'Road', 'Rd', 'Lane', 'Drive', 'Dr', 'Boulevard', 'Blvd', 'Court', 'Way', 'Close'])}`;
  }

  private slot(kind: string, culture: Culture): Slot {
    const { random } = this;
    const plain = (text: string): Slot => ({ text });
    switch (kind) {
      case 'name':
        return { text: this.fullName(culture), type: 'PERSON' };
      case 'other':
        return { text: this.fullName(this.culture()), type: 'PERSON' };
      case 'sname':
      case 'sfirst':
      case 'slast':
      case 'swname':
      case 'scity':
      case 'sorg': {
        // As people type: all small.
        const { text, type } = this.slot(kind.slice(1), culture);
        return { text: text.toLowerCase(), type: type! };
      }
      case 'first': {
        const name = this.given(culture);
        return { text: random.chance(0.04) ? name.toLowerCase() : name, type: 'PERSON' };
      }
      case 'last':
        return { text: this.surname(culture), type: 'PERSON' };
      case 'wname':
        return { text: random.pick(WORD_NAMES[this.language] ?? WORD_NAMES.en!), type: 'PERSON' };
      case 'wcity':
        return { text: random.pick(WORD_PLACES), type: 'LOCATION' };
      case 'worg':
        return { text: random.pick(WORD_COMPANIES), type: 'ORGANIZATION' };
      case 'reversed':
        return { text: `${this.surname(culture)}, ${this.given(culture)}`, type: 'PERSON' };
      case 'city':
        return { text: this.city(), type: 'LOCATION' };
      case 'country':
        return { text: this.country(), type: 'LOCATION' };
      case 'state':
        return { text: random.pick(this.pools.states), type: 'LOCATION' };
      case 'place':
        return random.chance(0.35)
          ? { text: random.pick(PLACES), type: 'LOCATION' }
          : this.slot(random.pick(['city', 'city', 'country', 'state']), culture);
      case 'street':
        return { text: this.street(culture), type: 'LOCATION' };
      case 'org':
        return { text: this.organisations.make(this.culture()), type: 'ORGANIZATION' };
      case 'email':
        return plain(
          `${
            this.given(culture)
              .toLowerCase()
              .replace(/[^a-z]/g, '') || 'info'
          }${random.pick(['', '.', '_'])}${this.plain.digits(2)}@${random.pick(['gmail.com', 'example.org', 'acme.com', 'web.de', 'mail.net'])}`,
        );
      default:
        return plain(this.plain.fill(kind));
    }
  }
}

function surnameCase(word: string): string {
  return /^mc[a-z]{3}/.test(word) ? `Mc${capitalise(word.slice(2))}` : capitalise(word);
}

/** An index, low ones much more often. */
function skewed(random: Random, limit: number): number {
  return Math.floor(limit * random.next() ** 3);
}
