/** Makes up names of companies, schools, hospitals and clubs. */
import { INVENTED_ENDS, ORGANISATION_HEADS, ORGANISATION_TAILS } from './organisation-words.data.ts';
import { ORGANISATION_KINDS, ORGANISATIONS } from './organisations.data.ts';
import { capitalise } from './plain-slots.ts';
import { GERMAN_NOUNS, LOCAL_FORMS, WORDS } from './plain-words.data.ts';
import type { Culture, Pools } from './pools.ts';
import type { Random } from './random.ts';

const ARTICLES = 'de la|del|de los|de las|des|du|de|da|do|della|dei|van de|van het|am|zum|zur|im|of the|for'.split('|');
const SYLLABLES =
  'zen vo tri ax lum cor nex ra qui del fin mer sol tek via syn bi or pla gen ven max al ti ko ber van hal wes tor mi na lo que per ca bel or fro gal hu in jor kel ny op ru sa tu ul wi xa yo zi bra cre dro fle gri';

/** Names of people and places that organisations are called after. */
export interface NameParts {
  given: (culture: Culture) => string;
  surname: (culture: Culture) => string;
  city: () => string;
  country: () => string;
}

export class OrganisationNames {
  private readonly pools: Pools;
  private readonly language: string;
  private readonly random: Random;
  private readonly names: NameParts;

  constructor(pools: Pools, language: string, random: Random, names: NameParts) {
    this.pools = pools;
    this.language = language;
    this.random = random;
    this.names = names;
  }

  /** One name. */
  make(culture: Culture): string {
    const { random } = this;
    const roll = random.next();
    if (roll < 0.2) return random.pick(ORGANISATIONS);
    if (roll < 0.6) {
      return random.pick(ORGANISATION_KINDS).replace(/\{([a-z]+)\}/g, (_, key: string) => this.part(key, culture));
    }
    if (roll < 0.7) return `${random.pick(ORGANISATION_HEADS)} ${this.core(culture)}`;
    if (roll < 0.77) return `${random.pick(ORGANISATION_HEADS)} ${random.pick(ARTICLES)} ${this.core(culture)}`;
    if (roll < 0.94) return `${this.core(culture)} ${random.pick(ORGANISATION_TAILS)}${this.form(0.25)}`;
    if (roll < 0.97) return `${this.core(culture)} ${random.pick(random.chance(0.5) ? WORDS.suffixes : LOCAL_FORMS)}`;
    return random.chance(0.6) ? this.madeUp() : `${this.thing()} ${this.thing()}`;
  }

  private part(key: string, culture: Culture): string {
    const { random } = this;
    switch (key) {
      case 'last':
        return this.names.surname(culture);
      case 'first':
        return this.names.given(culture);
      case 'city':
        return this.names.city();
      case 'country':
        return this.names.country();
      case 'adjective':
        return random.pick(WORDS.adjectives);
      case 'noun':
        return this.thing();
      case 'field':
        return random.pick(random.chance(0.5) ? WORDS.fields : ORGANISATION_TAILS);
      case 'suffix':
        return random.pick(WORDS.suffixes);
      case 'local':
        return random.pick(LOCAL_FORMS);
      case 'made':
        return this.madeUp();
      default:
        throw new Error(`unknown part {${key}}`);
    }
  }

  /** What tells an organisation from others of its kind. */
  private core(culture: Culture): string {
    const { random } = this;
    const roll = random.next();
    if (roll < 0.3) return this.names.surname(culture);
    if (roll < 0.5) return this.madeUp();
    if (roll < 0.62) return this.names.city();
    if (roll < 0.82) return this.thing();
    if (roll < 0.88) return `${this.names.surname(culture)} & ${this.names.surname(culture)}`;
    if (roll < 0.94) return `${random.pick(WORDS.adjectives)} ${this.thing()}`;
    return `${this.names.given(culture)} ${this.names.surname(culture)}`;
  }

  /** A legal form behind the name, as often as `share` says. */
  private form(share: number): string {
    const { random } = this;
    return random.chance(share) ? ` ${random.pick(random.chance(0.5) ? WORDS.suffixes : LOCAL_FORMS)}` : '';
  }

  /** Any thing a company may be called after. */
  private thing(): string {
    const { random, pools, language } = this;
    const roll = random.next();
    if (roll < 0.45) return random.pick(WORDS.nouns);
    if (language === 'de' && roll < 0.75) return random.pick(GERMAN_NOUNS);
    const foreign = pools.foreignWords[language];
    if (foreign !== undefined && roll < 0.7) return capitalise(random.pick(foreign));
    return capitalise(random.pick(pools.words[1 + random.below(4)]!).replace(/'s$/, ''));
  }

  private madeUp(): string {
    const { random, pools } = this;
    const word = random.chance(0.5)
      ? this.syllables()
      : random.pick(pools.words[2 + random.below(3)]!).replace(/'.*$/, '');
    const stem = random.chance(0.6) ? word.slice(0, 3 + random.below(4)) + random.pick(INVENTED_ENDS) : word;
    const cased = capitalise(stem);
    return random.chance(0.08) ? cased + random.pick(['Tech', 'Soft', 'Labs', 'Pay', 'Hub', 'Net']) : cased;
  }

  private syllables(): string {
    const { random } = this;
    const parts = SYLLABLES.split(' ');
    return Array.from({ length: 2 + random.below(2) }, () => random.pick(parts)).join('');
  }
}
