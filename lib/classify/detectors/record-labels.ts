/**
 * How people write the label of a number under which somebody is known: whose it is, and a word for number. `customer no.`,
 * `cust #`, `customerNumber`, `Kd.-Nr.`, `n° de client`, `cliente nº`. Lower case, without accents, as the engine sees texts.
 */

/** Behind the word: English; German and Dutch. */
const BEHIND = {
  en: ['number', 'num', 'no', 'nr', 'id', 'code', '#', 'reference', 'ref'],
  de: ['nummer', 'nr', 'id', 'kennung'],
  nl: ['nummer', 'nr', 'id', 'code'],
} as const;
/** In front of the word in French, Spanish, Italian, Portuguese: `nº` is `no` by then. */
const FRONT = [
  ...['numero', 'num.', 'n°', 'no', 'n.o', 'n.', 'n', 'nro'],
  ...['code', 'codigo', 'codice', 'cod.', 'id', 'identifiant', 'reference', 'ref.', 'referencia'],
];
/** Behind it too, in short: `cliente nº`. */
const SHORT = ['n°', 'no', 'n.', 'n.o', 'nro'];

export interface LabelledHolder {
  /** `customer`, `cust.`; written apart or in one: `customerNumber`. */
  en?: string;
  /** `kunden`, `kd.` */
  de?: string;
  /** `klant` */
  nl?: string;
  /** With the word that links it to the number: `de client`, `d'adherent`, `cliente`. */
  romance?: string;
}

/** All spellings of the labels of what `|` separates in each language. */
export function recordLabels(holders: LabelledHolder): string[] {
  const germanic = (['en', 'de', 'nl'] as const).flatMap((language) =>
    split(holders[language]).flatMap((holder) =>
      BEHIND[language].flatMap((kind) => [`${holder} ${kind}`, `${holder}${kind}`]),
    ),
  );
  const romance = split(holders.romance).flatMap((holder) => [
    ...FRONT.map((kind) => `${kind} ${holder}`),
    ...(/^d(?:[eai]|el)? |^d'/.test(holder) ? [] : SHORT.map((kind) => `${holder} ${kind}`)),
  ]);
  return [...germanic, ...romance];
}

const split = (words = '') => words.split('|').filter(Boolean);
