/** How dates are written, as sources of bounded patterns for use without regard to case. */

/** Beginnings of month names: English, German, French, Spanish, Italian, Dutch, Portuguese, Nordic, Polish, Czech, Russian. */
const MONTH =
  '(?:jan|j[äa]n|ene|gen|feb|f[eé]v|m[aäe]r|maart|mrt|apr|avr|abr|ma[iygj]|mei|jun|jui|giu|jul|lug|aug|ao[uû]|ago|sep|set|oct|okt|ott|out|nov|dec|dez|d[eé]c|dic|des|stycz|lut|kwie|czerw|lip|sierp|wrze|pa[zź]dz|listop|grud|led|[uú]nor|b[rř]ez|dub|kv[eě]t|[cč]erv|srp|z[aá][rř]|[rř][ií]j|pros|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[a-zà-ÿąćčěęłńřśšťůźżа-я]{0,8}';
const YEAR = '(?:1[89]|20)[0-9]{2}';
const OF = '(?:(?:of|de|di|del) )?';

const NUMERIC = `[0-3]?[0-9](?:[./-]|\\. | )[0-3]?[0-9](?:[./-]|\\. | )(?:${YEAR}|[0-9]{2})|${YEAR}[./-][01]?[0-9][./-][0-3]?[0-9]|${YEAR}年 ?[0-9]{1,2}月 ?[0-9]{1,2}日`;
const WRITTEN = `[0-3]?[0-9](?:st|nd|rd|th|er|\\.|º|°)? ?[ -]${OF}${MONTH}\\.?,?(?: |-)${OF}(?:${YEAR}|'?[0-9]{2})|${MONTH}\\.? [0-3]?[0-9](?:st|nd|rd|th)?,? ${YEAR}`;

/** As people say it: `second of June 1983`. */
const SPOKEN_DAY =
  '(?:(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th)';
const SPOKEN = `(?<![A-Za-z])${SPOKEN_DAY} (?:of )?${MONTH},? ${YEAR}`;

/** A date with day, month and year. */
export const FULL_DATE = `(?:${NUMERIC}|${WRITTEN}|${SPOKEN})(?![0-9])`;

/** A month with its year: `March 1984`. */
export const MONTH_OF_YEAR = `${MONTH}\\.? ${OF}${YEAR}(?![0-9])`;

const IS_SPOKEN = new RegExp(`^${SPOKEN_DAY} `, 'i');

/** What makes the number in front of it the day of a date: `. Mai 2022`. */
export const REST_OF_DATE = new RegExp(`^(?:\\.|st|nd|rd|th)? ?${OF}${MONTH}\\.?,? ${YEAR}(?![0-9])`, 'i');

/** False for digits that are no day and month in any order. */
export function isDate(written: string): boolean {
  const numbers = written.match(/[0-9]+/g) ?? [];
  if (numbers.length < 3) return numbers.length === 2 || IS_SPOKEN.test(written);
  const [first, second, third] = numbers.map(Number);
  const [day, month] = numbers[0]!.length === 4 ? [third!, second!] : [first!, second!];
  return (day >= 1 && day <= 31 && month >= 1 && month <= 12) || (month >= 1 && month <= 31 && day >= 1 && day <= 12);
}
