/**
 * Named character references (HTML Living Standard, section 13.5): the five of XML, all of Latin-1 in the order of their
 * codes, and those that can stand inside or between the digits and letters of a value.
 */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml ' +
  'Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const OTHERS: [string, number][] = [
  ['amp', 0x26],
  ['AMP', 0x26],
  ['lt', 0x3c],
  ['LT', 0x3c],
  ['gt', 0x3e],
  ['GT', 0x3e],
  ['quot', 0x22],
  ['QUOT', 0x22],
  ['apos', 0x27],
  ['Tab', 9],
  ['NewLine', 10],
  ['excl', 0x21],
  ['num', 0x23],
  ['dollar', 0x24],
  ['percnt', 0x25],
  ['lpar', 0x28],
  ['rpar', 0x29],
  ['ast', 0x2a],
  ['plus', 0x2b],
  ['comma', 0x2c],
  ['period', 0x2e],
  ['sol', 0x2f],
  ['colon', 0x3a],
  ['semi', 0x3b],
  ['equals', 0x3d],
  ['quest', 0x3f],
  ['commat', 0x40],
  ['lbrack', 0x5b],
  ['lsqb', 0x5b],
  ['bsol', 0x5c],
  ['rbrack', 0x5d],
  ['rsqb', 0x5d],
  ['lowbar', 0x5f],
  ['grave', 0x60],
  ['vert', 0x7c],
  ['OElig', 0x152],
  ['oelig', 0x153],
  ['Scaron', 0x160],
  ['scaron', 0x161],
  ['ensp', 0x2002],
  ['emsp', 0x2003],
  ['thinsp', 0x2009],
  ['ZeroWidthSpace', 0x200b],
  ['zwnj', 0x200c],
  ['zwj', 0x200d],
  ['lrm', 0x200e],
  ['rlm', 0x200f],
  ['hyphen', 0x2010],
  ['dash', 0x2010],
  ['ndash', 0x2013],
  ['mdash', 0x2014],
  ['lsquo', 0x2018],
  ['rsquo', 0x2019],
  ['ldquo', 0x201c],
  ['rdquo', 0x201d],
  ['bull', 0x2022],
  ['hellip', 0x2026],
  ['NoBreak', 0x2060],
  ['euro', 0x20ac],
  ['minus', 0x2212],
];

export const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, index) => [name, String.fromCharCode(160 + index)] as const),
  ...OTHERS.map(([name, code]) => [name, String.fromCharCode(code)] as const),
]);
