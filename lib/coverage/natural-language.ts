/**
 * Does a request body hold a sentence somebody wrote? Only shape is looked at, and nothing of it is kept. Runs for calls
 * of every site, so it reads a bounded prefix in one walk and knows a few short words of each language, not more.
 */

/** A prompt stands early in its body, or the body is mostly prompt. In UTF-16 code units. */
export const LOOK_AT = 16_384;
const SHORTEST_FIELD = 12;
const FEWEST_WORDS = 4;
/** So many words are a text even where no small word of a language we know is among them. */
const MANY_WORDS = 12;
const STOP_SHARE = 0.15;

/** Small words of English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
const SMALL_WORDS = new Set(
  (
    'a an the of to in is it i you me my we he she they that this what how why who when where can do does are be for with on and or not ' +
    'der die das ein eine einen ist ich du wir sie es und oder nicht mit für von zu im auf wie was warum wer kann mir mein bitte ' +
    'le la les un une des est je tu il nous vous et ou ne pas avec pour de du dans sur comment quoi pourquoi qui peux mon ma que ' +
    'el los las una es yo nosotros y o no con para del en sobre cómo qué por mi puede lo ' +
    'gli di che è sono io non per come perché mio il o os as um uma eu não com como porque meu ' +
    'het een ik jij wij en of niet met voor van hoe wat waarom mijn jest nie na to jak co dlaczego mój się w z i'
  ).split(' '),
);

/** The last may have been cut with the text. */
const JSON_STRING = /"((?:[^"\\]|\\.){12,})(?:"|$)/g;
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|.)/g;
/** Scripts that put no blanks between words: Chinese, Japanese, Thai, Khmer, Lao. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1780-\u17ff]/gu;
const FEWEST_UNSPACED = 8;
const BEYOND_LATIN = /[\u0e00-\uffff]/;
const WORD = /^[\p{Ps}\p{Pi}"'¿¡]*(\p{L}[\p{L}\p{M}'’-]*)[\p{P}]*$/u;

/** Any string of a body: JSON and what lies in its strings, or plain text. */
export function holdsSentence(body: string): boolean {
  const text = body.length > LOOK_AT ? body.slice(0, LOOK_AT) : body;
  if (text.length < SHORTEST_FIELD) return false;
  const start = text.trimStart()[0];
  if (start !== '{' && start !== '[') return isSentence(text);
  for (const [, field] of text.matchAll(JSON_STRING)) {
    if (isSentence(field!.includes('\\') ? field!.replace(ESCAPE, meant) : field!)) return true;
  }
  return false;
}

/** A text of several words of a natural language. */
export function isSentence(field: string): boolean {
  if (field.length < SHORTEST_FIELD / 2) return false;
  if (BEYOND_LATIN.test(field) && (field.match(UNSPACED)?.length ?? 0) >= FEWEST_UNSPACED) return true;
  if (!field.includes(' ')) return false;
  let words = 0;
  let small = 0;
  let tokens = 0;
  for (const token of field.split(/\s+/, 400)) {
    if (token === '') continue;
    tokens += 1;
    const word = WORD.exec(token)?.[1];
    if (word === undefined) continue;
    words += 1;
    if (SMALL_WORDS.has(word.toLowerCase())) small += 1;
  }
  if (words < FEWEST_WORDS || words < tokens * 0.6) return false;
  return small >= words * STOP_SHARE || words >= MANY_WORDS;
}

/** The character an escape of JSON stands for; every kind of blank counts as one. */
function meant(escaped: string): string {
  if (escaped[1] === 'u') return String.fromCharCode(Number.parseInt(escaped.slice(2), 16));
  return /[nrtbf]/.test(escaped[1]!) ? ' ' : escaped[1]!;
}
