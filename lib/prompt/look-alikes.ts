/**
 * Letters of other scripts that look like Latin ones (the confusable pairs of Unicode Technical Standard 39), exchanged
 * where they stand inside a Latin word: `\u0410KIA` is read as `AKIA`, while a Russian or Greek word stays what it is.
 */

const FOREIGN =
  'АВЕКМНОРСТУХІЈЅԀԚԜҮӀҺаеорсухіјѕԁԛԝүӏһкѵԍєɡɑѴԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺαονρικτυχγεϲϳωաոսցհօզյᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃꓐꓑꓓꓔꓖꓗꓙꓚꓜꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ';
const LATIN =
  'ABEKMHOPCTYXIJSDQWYIHaeopcyxijsdqwylhkvgegaVGABEZHIKMNOPTYXCMaovpiktuxyecjwwnughoqjABCDEHJKLMPRSTVWZBPDTGKJCZMNLSRVHWXYAEIOU';

/** Every one of them is a single UTF-16 unit, and so is what it is exchanged for. */
const LATIN_OF = new Map([...FOREIGN].map((letter, index) => [letter, LATIN[index]!]));

const HAS_FOREIGN = new RegExp(`[${FOREIGN}]`);
const EVERY_FOREIGN = new RegExp(`[${FOREIGN}]`, 'g');
const WORD = /[\p{L}\p{N}]+/gu;
/** A Latin letter, or so many digits that it is a number of letters and digits, longer than any number plate. */
const LATIN_OR_LONG = /[A-Za-z]|[0-9]{8}/;
/** Letters that are neither Latin nor look like it. */
const OTHER = new RegExp(`[^\\p{Script=Latin}\\p{N}${FOREIGN}]`, 'u');

/** The text with look-alikes inside Latin words exchanged: the same length in UTF-16 units. */
export function latinLookAlikes(text: string): string {
  if (!HAS_FOREIGN.test(text)) return text;
  return text.replace(WORD, (word) =>
    HAS_FOREIGN.test(word) && LATIN_OR_LONG.test(word) && !OTHER.test(word)
      ? word.replace(EVERY_FOREIGN, (letter) => LATIN_OF.get(letter)!)
      : word,
  );
}
