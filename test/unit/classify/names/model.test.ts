import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../lib/classify/fold.ts';
import { readNameModel } from '../../../../lib/classify/names/name-model.ts';
import { tagNames } from '../../../../lib/classify/names/tag-names.ts';
import { openClassifier } from '../../../../tools/open-classifier.ts';
import { readTexts } from '../../../../tools/train/uses/read-texts.ts';

const ROOT = new URL('../../../../', import.meta.url);
const bytes = readFileSync(new URL('public/models/names.bin', ROOT));
const model = readNameModel(bytes);
const classifier = await openClassifier();

function read(text: string): string[] {
  if (model === null) throw new Error('no model');
  return tagNames(model, text, fold(text)).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
}

describe('model of names', () => {
  it('is the one the training run recorded', () => {
    const recorded = readFileSync(new URL('tools/train/names/names.bin.sha256', ROOT), 'utf8').trim();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(recorded);
  });

  it('is read, and refused when cut or changed in form', () => {
    expect(model).not.toBeNull();
    expect(readNameModel(bytes.subarray(0, bytes.length - 1))).toBeNull();
    expect(readNameModel(new Uint8Array(8))).toBeNull();
    const other = Uint8Array.from(bytes);
    other[0] = 0;
    expect(readNameModel(other)).toBeNull();
  });

  it('stays small', () => {
    expect(bytes.length).toBeLessThan(2_800_000);
  });

  it.each([
    ['Hi, this is Oluwaseun Adebayo, please call me back.', ['PERSON Oluwaseun Adebayo']],
    [
      'My colleague Friedrich works for Siemens in Munich.',
      ['PERSON Friedrich', 'ORGANIZATION Siemens', 'LOCATION Munich'],
    ],
    ['How do I sort a list of dictionaries by key in Python?', []],
    ['', []],
    ['\ud800 \udc00 \0', []],
  ])('reads %j', (text, names) => {
    expect(read(text)).toEqual(names);
  });

  it('gives offsets in UTF-16 behind astral characters', () => {
    expect(read('😀😀 Dear Margaret Whitcombe, welcome!')).toEqual(['PERSON Margaret Whitcombe']);
  });
});

describe('names as the classifier tells them', () => {
  const found = (text: string) =>
    classifier.classify(text).filter(({ type }) => ['PERSON', 'ORGANIZATION'].includes(type));
  const people = (text: string) =>
    found(text)
      .filter(({ type }) => type === 'PERSON')
      .map(({ start, end }) => text.slice(start, end));

  it.each([
    ['my boss sofia delgado martinez wants it by noon', ['sofia delgado martinez']],
    ['from: marta lopez ruiz\nto: jonas wegner\nre: the flat', ['marta lopez ruiz', 'jonas wegner']],
    ['frau petersen hat angerufen', ['petersen']],
    ['Please ask Willemijn van den Heuvel and Declan O’Hara.', ['Willemijn van den Heuvel', 'Declan O’Hara']],
    ['Juan Carlos de la Fuente Aguirre signed it.', ['Juan Carlos de la Fuente Aguirre']],
    ['{"lastName": "Thorvaldsen", "firstName": "Ingeborg"}', ['Thorvaldsen', 'Ingeborg']],
    ['[12:04] deniz: I pushed the fix\n[12:05] marta: thanks!', ['deniz', 'marta']],
    ['Present:\n- Oluchi Eze\n- Tamás Kövér\n- Xiaoling Zheng', ['Oluchi Eze', 'Tamás Kövér', 'Xiaoling Zheng']],
    ['Verfasse eine Einladung zum Sommerfest der Abteilung.', []],
    ['Anhang prüfen, Zusammenfassung schreiben, Fristen markieren.', []],
  ])('people in %j', (text, names) => expect(people(text)).toEqual(names));

  it.each([
    ['Our client Vantora wants the report by Monday.', 'Vantora'],
    ['Our bank, the Sparkasse Mittelsachsen, declined.', 'Sparkasse Mittelsachsen'],
    ['Mi seguro es con Mutua del Norte.', 'Mutua del Norte'],
    ['I was treated at Northgate Clinic.', 'Northgate Clinic'],
    ['Quenby Systems Ltd sent an offer.', 'Quenby Systems Ltd'],
    ['works at greenfield motors, age 34', 'greenfield motors'],
  ])('organisation in %j', (text, name) => {
    const organisations = found(text).filter(({ type }) => type === 'ORGANIZATION');
    expect(organisations.map(({ start, end }) => text.slice(start, end))).toEqual([name]);
  });

  it.each([
    'What are the themes in the poetry of Emily Dickinson?',
    'Why did Raskolnikov confess in the novel?',
    'Who shot Franz Ferdinand?',
    'Qui était Victor Hugo ?',
    'Center a div with flexbox.',
    'Fit a Poisson process and plot the Lorenz curve.',
    "Conway's game of life in Rust",
  ])('nobody to act on in %j', (text) => {
    expect(found(text).filter(({ confidence }) => confidence >= 0.85)).toEqual([]);
  });

  it.each([
    'My tenant Emily Dickinson has not paid, her phone is below.',
    'Dear Mr Hugo, please ask Victor Hugo for the invoice.',
  ])('somebody of the same name in %j', (text) => {
    expect(found(text).filter(({ confidence }) => confidence >= 0.85)).not.toEqual([]);
  });

  it('of people are not acted on in harmless prompts', () => {
    const harmless = readTexts((name) => /^(?:none|benign|unseen)/.test(name));
    const alarmed = harmless.filter(({ text }) =>
      classifier.classify(text).some(({ type, confidence }) => type === 'PERSON' && confidence >= 0.85),
    );
    expect(harmless.length).toBeGreaterThan(2500);
    expect(alarmed.length / harmless.length, alarmed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(0.01);
  });
});
