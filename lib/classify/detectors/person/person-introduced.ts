import { type Candidate, cueWords, type Detector, fixedStrings } from '../../detector.ts';
import { INTRODUCTIONS } from '../../names/introductions.data.ts';
import { KNOWN, levelOf, lookUp, type NameTable } from '../../names/name-table.ts';
import { hashText } from '../../names/tokens.ts';
import type { Scan } from '../../scan.ts';

const SIGNS = fixedStrings(
  'introduction-sign',
  '我|名|姓|人|患者|客户|私は|氏|担当|様|さん|まで|저는|이름|성명|환자|담당자|اسمي|שמי|קוראים|नाम|ชื่อ|ดิฉัน|กระผม',
);
const SMALL = cueWords(
  'introduction',
  "my name is|my name's|my names|i am called|me llamo|mi nombre es|je m'appelle|mon nom est",
  'ich heisse|ich heiße|mein name ist|mi chiamo|il mio nome e|mijn naam is|ik heet|meu nome e',
  'chamo-me|jmenuji se|nazywam sie|jag heter|mit navn er|jeg heter|olen nimeltani|ma numesc',
);
const PATTERNS = INTRODUCTIONS.map((source) => new RegExp(source, 'gu'));
/** Up to three small words. */
const SMALL_NAME = /[ ,:]{1,2}([\p{Ll}'-]{2,20})(?: ([\p{Ll}'-]{2,20}))?(?: ([\p{Ll}'-]{2,20}))?/uy;
/** Words that go on with the sentence in the languages of the cues. */
const GOES_ON =
  /^(?:and|i|im|my|from|with|but|und|ich|aus|et|je|de|y|yo|soy|tengo|vivo|e|ho|sono|en|ik|woon|uit|bin|bor|och|og|ja|a|in|at|on|at|not|for|to|please|vivo|can|do|moro|abito)$/;

function capture(scan: Scan, pattern: RegExp): Candidate[] {
  return [...scan.matchAll(pattern)].map((match) => {
    const start = match.index + match[0].lastIndexOf(match[1]!);
    return { start, end: start + match[1]!.length, confidence: 0.85, evidence: ['pattern', 'cue:introduction'] };
  });
}

/** A name written small behind "my name is": words that are not ordinary ones. */
function small(scan: Scan, at: number, table: NameTable): Candidate[] {
  const match = scan.matchAt(SMALL_NAME, at);
  if (match === null) return [];
  const words = match.slice(1).filter((word) => word !== undefined);
  const ordinary = (word: string) => {
    const value = lookUp(table, hashText(word));
    return GOES_ON.test(word) || (levelOf(value, KNOWN.ordinary) > 0 && levelOf(value, KNOWN.given) < 2);
  };
  const start = at + match[0].indexOf(words[0]!);
  const folded = scan.folded.slice(start, at + match[0].length).split(' ');
  const count = folded.findIndex(ordinary);
  if (count === 0) return [];
  const name = folded.slice(0, count < 0 ? folded.length : count).join(' ');
  return [{ start, end: start + name.length, confidence: 0.86, evidence: ['pattern', 'cue:introduction'] }];
}

/** People who say their name: in scripts without capitals, and in small letters. */
export const personIntroduced: Detector = {
  id: 'person-introduced',
  type: 'PERSON',
  class: 'PII',
  regions: [],
  needs: [],
  requires: [SIGNS, SMALL],
  find(scan) {
    const table = scan.data.models.names?.table;
    const found = scan.has(SIGNS) ? PATTERNS.flatMap((pattern) => capture(scan, pattern)) : [];
    if (table === undefined) return found;
    return [...found, ...scan.words(SMALL).ends.flatMap((at) => small(scan, at, table))];
  },
  examples: {
    positive: [
      'i need a cover letter, my name is tomás echeverría and i live in spain',
      "je m'appelle fatima-zahra benali, j'habite ici",
      '我叫陈志强，电话是',
      '联系人：王小明',
      '私は佐々木健太です。',
      '저는 박서연이고 학생입니다',
      'اسمي خالد المنصوري وأسكن هنا',
      'मेरा नाम सुनीता अग्रवाल है',
      'שמי נועה פרידמן, ואני',
    ],
    negative: ['my name is not important', 'my name is on the list', '我是学生', '私は学生です', '저는 학생입니다'],
  },
};
