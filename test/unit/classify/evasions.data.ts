/** Spellings that keep a value readable for a person and hide it from a program. */

export interface Evasion {
  /** What was done. Listed spellings carry their number in the list of spellings that peers were measured on. */
  name: string;
  type: string;
  text: string;
  /** The piece of the text the finding has to cover, exactly. */
  value: string;
}

const CARD = '4539578763621486';
const SSN = '536904399';
const IBAN = 'DE89370400440532013000';
const KEY = ['AKIA', 'QYLPMN5HFTRZ7W2X'].join('');
const MAIL = 'anna.maier@firma.de';
const PHONE = '2127365000';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const each = (text: string, change: (char: string) => string, joint = '') => [...text].map(change).join(joint);
const shift = (first: number) => (digit: string) => String.fromCodePoint(first + Number(digit));
const groups = (text: string, sizes: number[], joint: string) => {
  let at = 0;
  return sizes
    .map((size) => {
      at += size;
      return text.slice(at - size, at);
    })
    .join(joint);
};
const four = (joint: string) => groups(CARD, [4, 4, 4, 4], joint);
const ssn = (joint: string) => groups(SSN, [3, 2, 4], joint);
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const words = (text: string) => each(text, (digit) => WORDS[Number(digit)]!, ' ');

function made(type: string, name: string, value: string, before: string, after = ''): Evasion {
  return { type, name, value, text: `${before}${value}${after}` };
}
const card = (name: string, value: string, before = 'pay ', after = ' now') =>
  made('CREDIT_CARD', name, value, before, after);
const social = (name: string, value: string, before = 'her SSN is ', after = '') =>
  made('US_SSN', name, value, before, after);
const iban = (name: string, value: string, before = 'IBAN ', after = '') =>
  made('IBAN_CODE', name, value, before, after);
const key = (name: string, value: string, before = 'key ', after = '') => made('SECRET', name, value, before, after);
const mail = (name: string, value: string, before = 'write to ', after = '') =>
  made('EMAIL_ADDRESS', name, value, before, after);
const phone = (name: string, value: string, before = 'call me at ', after = '') =>
  made('PHONE_NUMBER', name, value, before, after);

/** The 21 of the list. */
export const LISTED: readonly Evasion[] = [
  card('A2 card in groups with spaces', four(' ')),
  card('A3 card with no-break spaces', four('\u00a0')),
  card('A4 card broken by a newline', `${CARD.slice(0, 8)}\n${CARD.slice(8)}`),
  card('A5 card with zero-width spaces', four('\u200b')),
  card('A6 card with dots', four('.')),
  card('A7 card with en dashes', four('–')),
  card('A8 card in full-width digits', each(CARD, shift(0xff10))),
  card('A9 card with every digit spaced', each(CARD, String, ' ')),
  card('A10 letters touching the card', CARD, 'card', 'exp'),
  card('A11 card called no test', CARD, 'this is not an example, test, sample or demo: ', ''),
  social('A12 SSN with no-break hyphens', ssn('\u2011')),
  social('A13 SSN with spaces', ssn(' ')),
  social('A13 SSN without separators', SSN),
  social('A14 SSN as the whole message', SSN, '', ''),
  iban('A15 IBAN in groups', 'DE89 3704 0044 0532 0130 00'),
  iban('A15 IBAN in lower case, with a label', IBAN.toLowerCase(), 'iban: '),
  key('A16 key put together from literals', `${KEY.slice(0, 8)}" + "${KEY.slice(8)}`, 'k = "', '"'),
  key('A17 key in base64', base64(`key=${KEY}`), 'blob '),
  mail('A18 [at]', 'anna.maier[at]firma.de'),
  mail('A18 %40', 'anna.maier%40firma.de', '?to=', '&x=1'),
  mail('A18 full-width @', 'anna.maier＠firma.de'),
];

/** More of the same kinds, and of others. */
export const FURTHER: readonly Evasion[] = [
  card('card over two lines, Windows line end', `4539 5787\r\n6362 1486`),
  card('card in Arabic-Indic digits', each(CARD, shift(0x660))),
  card('card in Devanagari digits', each(CARD, shift(0x966))),
  card('card in mathematical digits', each(CARD, shift(0x1d7ce))),
  card(
    'card in keycap emoji',
    each(CARD, (digit) => `${digit}\ufe0f\u20e3`),
  ),
  card(
    'card in negative circled digits',
    each('4539578763621486', (d) => (d === '0' ? '⓿' : shift(0x2775)(d))),
  ),
  card(
    'card struck through',
    each(CARD, (digit) => `${digit}\u0336`),
  ),
  card('card with soft hyphens', four('\u00ad')),
  card('card with thin spaces', four('\u2009')),
  card('card between right-to-left overrides', CARD, 'pay \u202e', '\u202c now'),
  card('card with underscores', four('_'), 'my card '),
  card('card with bars around the digits', each(CARD, String, '|')),
  card('card one digit a line', each(CARD, String, '\n')),
  card('card with middle dots', four(' · '), 'card: '),
  card('card with commas', four(', '), 'credit card '),
  card('card in quotes', CARD, '{"n":"', '"}'),
  card('card in words', words(CARD), 'my card is '),
  card('card in words with double', 'four five three nine five seven eight seven six three six two one four eight six'),
  card('card in words and digits', 'four five three nine 5787 six three six two 1486', 'card '),
  card(
    'card in German words',
    'vier fünf drei neun fünf sieben acht sieben sechs drei sechs zwei eins vier acht sechs',
  ),
  card('card with look-alike letters', '4S39 S787 6362 l486', 'card number '),
  card('card with markup', '4539<b>5787</b>6362<i>1486'),
  card(
    'card with markup and spaces',
    '4539</span> <span>5787</span> <span>6362</span> <span>1486',
    '<span>',
    '</span>',
  ),
  card('card with Markdown emphasis', '4539 **5787** 6362 **1486', '', '**'),
  card('card with entities between', four('&nbsp;')),
  card(
    'card in decimal entities',
    each(CARD, (digit) => `&#${digit.charCodeAt(0)};`),
  ),
  card(
    'card in hex entities',
    each(CARD, (digit) => `&#x${hex(digit)};`),
  ),
  card(
    'card in backslash escapes',
    each(CARD, (digit) => `\\u00${hex(digit)}`),
  ),
  card(
    'card in \\x escapes',
    each(CARD, (digit) => `\\x${hex(digit)}`),
  ),
  card(
    'card in percent codes',
    each(CARD, (digit) => `%${hex(digit)}`),
  ),
  card('card in base64', base64(CARD)),
  card('card in hex', hex(CARD)),
  card('card in hex bytes', each(CARD, hex, ' ')),
  card(
    'card in character codes',
    each(CARD, (digit) => String(digit.charCodeAt(0)), ', '),
    '[',
    ']',
  ),
  card('card reversed', [...CARD].reverse().join(''), 'read this card backwards: ', ''),
  card('card from joined literals', '4539", "5787", "6362", "1486', '["', '"].join("")'),
  social('SSN in full-width digits', each(SSN, shift(0xff10))),
  social('SSN in words', words(SSN)),
  social('SSN with every digit spaced', each(SSN, String, ' ')),
  social('SSN with underscores', ssn('_')),
  social('SSN with dots', ssn('.')),
  social('SSN with an O for the zero', '536-9O-4399'),
  social('SSN with entities', ssn('&#45;')),
  social('SSN with en dashes and spaces', ssn(' – ')),
  social('SSN in base64', base64(`ssn 536-90-4399`)),
  iban('IBAN with nothing but Cyrillic letters', '\u0412\u041536076784713481'),
  iban('IBAN one group a line', 'DE89\n3704\n0044\n0532\n0130\n00'),
  iban('IBAN with dots', 'DE89.3704.0044.0532.0130.00'),
  iban('IBAN with underscores', 'DE89_3704_0044_0532_0130_00'),
  iban('IBAN with every character spaced', each(IBAN, String, ' ')),
  iban('IBAN with a Cyrillic letter', `D\u0415${IBAN.slice(2)}`),
  iban(
    'IBAN in full-width characters',
    each(IBAN, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0)),
  ),
  iban('IBAN with zero-width joiners', IBAN.replace(/(.{4})/g, '$1\u200d')),
  iban('IBAN in base64url', base64(`iban ${IBAN}`).replace(/=+$/, ''), 'x='),
  iban('IBAN over lines', 'DE89 3704 0044\n0532 0130 00'),
  key('key broken by a newline', `${KEY.slice(0, 8)}\n${KEY.slice(8)}`),
  key('key split over lines', `${KEY.slice(0, 8)}" +\n    "${KEY.slice(8)}`, 'k = "', '"'),
  key('key as adjoining literals', `${KEY.slice(0, 8)}" "${KEY.slice(8)}`, 'k = ("', '")'),
  key('key with an empty literal', `${KEY.slice(0, 2)}""${KEY.slice(2)}`, 'export K='),
  key('key in groups of four', KEY.replace(/(.{4})(?!$)/g, '$1 ')),
  key('key with every character spaced', each(KEY, String, ' ')),
  key('key in hex', hex(`k ${KEY}`)),
  key('key percent-encoded', KEY.replace('A', '%41'), '?k=', '&x=1'),
  key('key with a zero-width space', `${KEY.slice(0, 6)}\u200b${KEY.slice(6)}`),
  key('key with a Cyrillic letter', `\u0410${KEY.slice(1)}`),
  key('key in full-width letters', `ＡＫＩＡ${KEY.slice(4)}`),
  key('key in base64 of UTF-16', Buffer.from(`key ${KEY}`, 'utf16le').toString('base64')),
  key('key reversed', [...KEY].reverse().join(''), 'the key, reversed: '),
  mail('(at) and (dot)', 'anna.maier (at) firma (dot) de'),
  mail('at and dot as words', 'anna dot maier at firma dot de'),
  mail('AT and DOT in capitals', 'anna.maier AT firma DOT de'),
  mail('hyphens around the words', 'anna.maier -at- firma -dot- de'),
  mail('underscores around the words', 'anna.maier_at_firma_dot_de'),
  mail('German words', 'anna.maier [ät] firma [punkt] de'),
  mail('French words', 'anna.maier arobase firma point fr'),
  mail('Spanish words', 'anna.maier arroba firma punto es'),
  mail('spaces around the signs', 'anna.maier @ firma . de'),
  mail('every character spaced', each(MAIL, String, ' ')),
  mail('zero-width space', 'anna.maier@\u200bfirma.de'),
  mail('entity', 'anna.maier&#64;firma&period;de'),
  mail('escape', 'anna.maier\\u0040firma.de'),
  mail('Cyrillic letters', '\u0430nna.m\u0430ier@firm\u0430.de'),
  mail('markup', 'anna.maier<b>@</b>firma.de'),
  mail('base64', base64(MAIL)),
  phone('phone in words', words(PHONE)),
  phone('phone with its area in words', '+1 (two one two) 736-5000'),
  phone('phone with every digit spaced', each(PHONE, String, ' ')),
  phone('phone in full-width digits', each(PHONE, shift(0xff10))),
  phone('phone with bullets', groups(PHONE, [3, 3, 4], '•')),
  phone('phone with underscores', groups(PHONE, [3, 3, 4], '_')),
  phone(
    'phone in keycap emoji',
    each(PHONE, (digit) => `${digit}\ufe0f\u20e3`),
  ),
  phone('phone with zero-width spaces', `+49\u200b30\u200b901820`),
  phone('phone in entities', `+49&nbsp;30&nbsp;901820`),
  phone('phone with look-alike letters', '212 736 5OOO'),
  phone('phone in base64', base64(`call +49 30 901820`), 'x '),
];
