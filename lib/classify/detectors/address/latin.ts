/**
 * Makes patterns lighter. A class of all letters of Unicode is some six hundred ranges, and patterns of addresses hold dozens
 * of them: compiling them took a third of a second. Streets and towns are written in Latin, Greek and Cyrillic letters here.
 */
const SETS: Readonly<Record<string, string>> = {
  L: 'A-Za-zªºÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿḀ-ỿ',
  Lu: 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƠƯȘȚΆΈ-ΏΑ-ΫЀ-Я',
  Ll: 'a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĳĵķĺļľłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžơưșțά-ώа-ӿ',
  N: '0-9',
};
const TOKEN = /\\p\{(L|Lu|Ll|N)\}|\\.|\[|\]/g;

/** The same pattern without the `u` flag, its classes of letters and digits narrowed. Other `\p` classes are not allowed. */
export function latin(pattern: RegExp): RegExp {
  let inClass = false;
  const source = pattern.source.replace(TOKEN, (token, name: string | undefined) => {
    if (token === '[') inClass = true;
    if (token === ']') inClass = false;
    if (name === undefined) return token;
    return inClass ? SETS[name]! : `[${SETS[name]!}]`;
  });
  return new RegExp(source, pattern.flags.replace('u', ''));
}
