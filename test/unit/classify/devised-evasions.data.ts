/** Spellings devised after the others, each with a harmless text that is spelled the same way. */
import type { Evasion } from './evasions.data.ts';

export interface DevisedEvasion extends Evasion {
  /** Spelled the same way, and nothing of anybody. */
  harmless: string;
}

const CARD = '4539578763621486';
const KEY = ['AKIA', 'QYLPMN5HFTRZ7W2X'].join('');
const GITHUB = ['ghp_', 'u7Zl2mKqR9xWb4TnVc5Yd8Ef1Gh3Jk03C9Xa'].join('');

function made(
  type: string,
  name: string,
  [before, value, after = '']: readonly [string, string, string?],
  harmless: string,
): DevisedEvasion {
  return { type, name, value, text: `${before}${value}${after}`, harmless };
}

const each = (text: string, change: (char: string) => string, joint = '') => [...text].map(change).join(joint);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (char) => String.fromCharCode(char.charCodeAt(0) + (char.toLowerCase() < 'n' ? 13 : -13)));

export const DEVISED: readonly DevisedEvasion[] = [
  made(
    'CREDIT_CARD',
    'card with a word between the groups',
    ['my card is ', '4539 then 5787 then 6362 then 1486'],
    'pages 4539 then 5787 then 6362 then 1486 of the index',
  ),
  made(
    'CREDIT_CARD',
    'card with numbered groups',
    ['card number: ', '1) 4539 2) 5787 3) 6362 4) 1486'],
    'lots 1) 4539 2) 5787 3) 6362 4) 1486',
  ),
  made(
    'CREDIT_CARD',
    'card in brackets group by group',
    ['card ', '[4539][5787][6362][1486]'],
    'cells [4539][5787][6362][1486] of the grid',
  ),
  made(
    'CREDIT_CARD',
    'card in superscript digits',
    ['pay ', each(CARD, (d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]!)],
    'x⁴ + y⁵ + z³⁹⁵⁷',
  ),
  made(
    'CREDIT_CARD',
    'card in subscript digits',
    ['pay ', each(CARD, (d) => String.fromCodePoint(0x2080 + Number(d)))],
    'C₆H₁₂O₆ and Fe₂O₃',
  ),
  made(
    'CREDIT_CARD',
    'card in Bengali digits',
    ['pay ', each(CARD, (d) => String.fromCodePoint(0x9e6 + Number(d)))],
    'পৃষ্ঠা ১২৩৪ এবং ৫৬৭৮',
  ),
  made(
    'CREDIT_CARD',
    'card in Chinese digits',
    ['我的信用卡号是', each(CARD, (d) => '〇一二三四五六七八九'[Number(d)]!)],
    '第一二三章和第四五六章',
  ),
  made(
    'CREDIT_CARD',
    'card in French words',
    ['ma carte : ', 'quatre cinq trois neuf cinq sept huit sept six trois six deux un quatre huit six'],
    'un deux trois quatre cinq six sept huit neuf, on compte',
  ),
  made(
    'CREDIT_CARD',
    'card in Spanish words',
    ['mi tarjeta: ', 'cuatro cinco tres nueve cinco siete ocho siete seis tres seis dos uno cuatro ocho seis'],
    'uno dos tres cuatro cinco seis siete ocho nueve diez',
  ),
  made(
    'CREDIT_CARD',
    'card in English words with commas',
    ['the card spelled: ', 'four five three nine, five seven eight seven, six three six two, one four eight six'],
    'one two three four, five six seven eight, nine ten',
  ),
  made(
    'CREDIT_CARD',
    'card in French tens',
    [
      'carte ',
      'quarante-cinq trente-neuf cinquante-sept quatre-vingt-sept soixante-trois soixante-deux quatorze quatre-vingt-six',
    ],
    'entre quarante-cinq et cinquante-sept pour cent',
  ),
  made(
    'CREDIT_CARD',
    'card as cells of a table',
    ['| card |\n|---|\n| ', '4539 | 5787 | 6362 | 1486', ' |'],
    '| 2021 | 2022 | 2023 | 2024 |',
  ),
  made(
    'CREDIT_CARD',
    'card in columns of CSV',
    ['card1,card2,card3,card4\n', '4539,5787,6362,1486'],
    'q1,q2,q3,q4\n4539,5787,6362,1486',
  ),
  made(
    'CREDIT_CARD',
    'card in an array of numbers',
    ['const card = [', '4539, 5787, 6362, 1486', ']'],
    'const widths = [4539, 5787, 6362, 1486]',
  ),
  made(
    'CREDIT_CARD',
    'card in digit separators of a program',
    ['card = ', '4_539_578_763_621_486'],
    'const limit = 4_539_578_763_621_486n;',
  ),
  made(
    'CREDIT_CARD',
    'card with the checks of a list',
    ['card:\n- ', '4539\n- 5787\n- 6362\n- 1486'],
    'years:\n- 2019\n- 2021\n- 2022\n- 2024',
  ),
  made(
    'CREDIT_CARD',
    'card with italic digits',
    ['card ', '_4539_ _5787_ _6362_ _1486_'],
    'see _4539_ _5787_ in the index',
  ),
  made(
    'CREDIT_CARD',
    'card in bold groups',
    ['card **', '4539** **5787** **6362** **1486', '**'],
    '**2021** **2022** **2023** **2024**',
  ),
  made(
    'CREDIT_CARD',
    'card with comments in between',
    ['card = "', '4539/* a */5787/* b */6362/* c */1486', '"'],
    'rgba(45/* a */,39/* b */,57)',
  ),
  made(
    'CREDIT_CARD',
    'card with emoji between the groups',
    ['card ', '4539💳5787💳6362💳1486'],
    '2021🎉2022🎉2023🎉2024',
  ),
  made(
    'CREDIT_CARD',
    'card added up from strings',
    ["card = '", "4539' . '5787' . '6362' . '1486", "'"],
    "path = 'a' . 'b' . 'c'",
  ),
  made(
    'CREDIT_CARD',
    'card reversed group by group in German',
    ['rückwärts gelesen: ', [...CARD].reverse().join('')],
    'rückwärts gelesen: 1234',
  ),
  made(
    'US_SSN',
    'SSN in German words',
    ['her SSN: ', 'fünf drei sechs neun null vier drei neun neun'],
    'fünf drei sechs und neun null',
  ),
  made(
    'US_SSN',
    'SSN with a word between',
    ['SSN ', '536 dash 90 dash 4399'],
    '12 dash 30 dash 2024 is no form of date',
  ),
  made('US_SSN', 'SSN with slashes', ['ssn ', '536/90/4399'], 'ratio 536/90/4399'),
  made(
    'US_SSN',
    'SSN in keycap emoji',
    ['SSN ', each('536904399', (d) => `${d}\ufe0f\u20e3`)],
    '1️⃣ first 2️⃣ second 3️⃣ third',
  ),
  made('US_SSN', 'SSN in fields of its parts', ['{"ssn":"', '536","90","4399', '"}'], '{"range":["536","90","4399"]}'),
  made('US_SSN', 'SSN with a filler under a short name', ['s.s.n. ', '536-90-4399'], 's.s.n. is short for it'),
  made(
    'IBAN_CODE',
    'IBAN with a word between the groups',
    ['IBAN ', 'DE89 dann 3704 dann 0044 dann 0532 dann 0130 dann 00'],
    'Raum 3704 dann 0044 dann 0532',
  ),
  made('IBAN_CODE', 'IBAN with slashes', ['IBAN ', 'DE89/3704/0044/0532/0130/00'], 'a/b/3704/0044/0532'),
  made('IBAN_CODE', 'IBAN with emphasis', ['IBAN ', 'DE89 **3704** 0044 **0532** 0130 00'], '**3704** and 0044'),
  made(
    'IBAN_CODE',
    'IBAN in backslash escapes',
    ['IBAN ', each('DE89370400440532013000', (c) => `\\u00${c.charCodeAt(0).toString(16)}`)],
    '\\u0041\\u0042\\u0043',
  ),
  made(
    'EMAIL_ADDRESS',
    'in words for the signs, with underscore',
    ['mail me at ', 'anna underscore maier at firma dot de'],
    'underscore is a sign, and so is the dot',
  ),
  made('EMAIL_ADDRESS', '{at} and {dot}', ['mail ', 'anna.maier{at}firma{dot}de'], 'use {at} and {dot} in templates'),
  made(
    'EMAIL_ADDRESS',
    '<at> and <dot>',
    ['mail ', 'anna.maier<at>firma<dot>de'],
    'the tags <at> and <dot> are not known',
  ),
  made('EMAIL_ADDRESS', 'NOSPAM put in', ['mail ', 'anna.maier@NOSPAM.firma.de'], 'NOSPAM is a way to write it'),
  made(
    'EMAIL_ADDRESS',
    'spaces and the word at in German',
    ['Mail: ', 'anna punkt maier at firma punkt de'],
    'Punkt eins, Punkt zwei',
  ),
  made(
    'EMAIL_ADDRESS',
    'in two parts with labels',
    ['user: anna.maier, domain: firma.de, mail: ', 'anna.maier(ät)firma(punkt)de'],
    'user: anna, domain: intern',
  ),
  made('EMAIL_ADDRESS', 'ROT13, said so', ['rot13: ', rot13('anna.maier@firma.de')], 'rot13: uryyb jbeyq'),
  made(
    'EMAIL_ADDRESS',
    'reversed, said so',
    ['reversed: ', [...'anna.maier@firma.de'].reverse().join('')],
    'reversed: dlrow olleh',
  ),
  made(
    'SECRET',
    'key cut by a comment',
    ['key = "', `${KEY.slice(0, 8)}/* x */${KEY.slice(8)}`, '"'],
    'a = "AKI/* x */A and so on"',
  ),
  made(
    'SECRET',
    'key put together by three literals',
    ['k = "', `${GITHUB.slice(0, 4)}" + "${GITHUB.slice(4, 20)}" + "${GITHUB.slice(20)}`, '"'],
    'k = "ghp_" + "name" + "of the token"',
  ),
  made(
    'SECRET',
    'key put together by a template',
    ['k = `', `${GITHUB.slice(0, 4)}\${""}${GITHUB.slice(4)}`, '`'],
    `k = \`ghp_\${name}_x\``,
  ),
  made(
    'SECRET',
    'key put together by format',
    ['k = "%s%s" % ("', `${GITHUB.slice(0, 14)}", "${GITHUB.slice(14)}`, '")'],
    'k = "%s%s" % ("ghp_", "name")',
  ),
  made(
    'SECRET',
    'key over lines with continuation',
    ['export K=', `${GITHUB.slice(0, 14)}\\\n${GITHUB.slice(14)}`],
    'docker run \\\n  --rm \\\n  ghp_image',
  ),
  made(
    'SECRET',
    'key in quoted lines of a mail',
    ['> ', `${GITHUB.slice(0, 14)}\n> ${GITHUB.slice(14)}`],
    '> ghp_ stands in front\n> of such tokens',
  ),
  made(
    'SECRET',
    'key in mathematical letters',
    ['key ', each(KEY, (c) => (/[A-Z]/.test(c) ? String.fromCodePoint(0x1d5a0 + c.charCodeAt(0) - 65) : c))],
    '𝖠𝖪𝖨𝖠 is the beginning of an id',
  ),
  made(
    'SECRET',
    'key in base64 over lines',
    [
      'secret:\n  ',
      base64(`aws_access_key_id = ${KEY}\nregion = eu-central-1 and so on, to fill lines`).replace(/(.{76})/g, '$1\n'),
    ],
    `blob:\n  ${base64('a harmless text that is long enough for a line or two of it, and more')}`,
  ),
  made('SECRET', 'password under two words', ['the pass word is: ', 'Tr0ub4dor&3x'], 'the pass word is: unknown'),
  made(
    'SECRET',
    'password with the name of its field disguised',
    ['p@ssw0rd: ', 'Tr0ub4dor&3x'],
    'p@ssw0rd rules are in the handbook',
  ),
  made(
    'SECRET',
    'password with the name of its field in letters apart',
    ['p w d = ', 'Tr0ub4dor&3x'],
    'p w d is short for it',
  ),
  made(
    'PHONE_NUMBER',
    'phone in Spanish words',
    ['mi teléfono es ', 'seis uno dos tres cuatro cinco seis siete ocho'],
    'cuento uno dos tres cuatro cinco',
  ),
  made('PHONE_NUMBER', 'phone with words for signs', ['call me at ', 'plus 49 30 901820'], 'two plus 49 is 51'),
  made('PHONE_NUMBER', 'phone with an emoji for plus', ['call ', '➕49 30 901820'], '➕ 49 more'),
  made('PHONE_NUMBER', 'phone with dashes as a word', ['call ', '212 dash 736 dash 5000'], 'a 100 dash 200 dash'),
  made('PHONE_NUMBER', 'phone in markup', ['call ', '212<b>736</b>5000'], '<b>736</b> items'),
  made(
    'PHONE_NUMBER',
    'phone in French words',
    ['mon portable : ', 'zéro six douze trente-quatre cinquante-six soixante-dix-huit'],
    'six douze et trente-quatre',
  ),
  made('EMAIL_ADDRESS', 'mail in quoted-printable', ['to ', 'anna.maier=40firma=2Ede'], 'a=40 and b=2E'),
  made('EMAIL_ADDRESS', 'mail encoded twice for an address', ['?to=', 'anna.maier%2540firma.de'], '?q=a%2520b%252Fc'),
  made(
    'EMAIL_ADDRESS',
    'mail with an entity and a zero width',
    ['to ', 'anna.maier&#64;firma\u200b.de'],
    'a &#64;\u200b b',
  ),
  made('SECRET', 'token with a place to break', ['key ', GITHUB.replace('_', '_<wbr>')], 'ghp_<wbr> is a prefix'),
  made(
    'SECRET',
    'token broken by quoted-printable',
    ['key ', `${GITHUB.slice(0, 19)}=\n${GITHUB.slice(19)}`],
    'some=\nwords',
  ),
  made('CREDIT_CARD', 'card one group a line', ['card\n', '4539\n5787\n6362\n1486'], 'list\n4539\n5787\n6362\n1487'),
  made('CREDIT_CARD', 'card joined by arrows', ['card ', '4539→5787→6362→1486'], 'steps 4539→5787→6362→1487'),
  made('CREDIT_CARD', 'card in code spans', ['card ', '`4539` `5787` `6362` `1486`'], 'ports `4539` `5787`'),
  made('US_SSN', 'SSN in mathematics', ['ssn ', '$536$-$90$-$4399$'], '$5$-$6$'),
  made('US_SSN', 'SSN in cells of a row', ['| SSN | ', '536 | 90 | 4399'], '| qty | 536 | 90 | 4399 |'),
];
