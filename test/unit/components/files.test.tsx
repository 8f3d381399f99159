import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FileList, type ShownFiles } from '../../../components/decision-dialog/file-list.tsx';
import { FileProgress } from '../../../components/file-progress/file-progress.tsx';
import { LANGUAGES, type Language } from '../../../lib/language/language.ts';
import { translate } from '../../../lib/language/translate.ts';
import { UNREADABLE_REASONS } from '../../../lib/prompt/prompt.ts';

const list = (files: Partial<ShownFiles>, language: Language = 'en') =>
  renderToStaticMarkup(
    <FileList messages={translate(language)} files={{ only: true, unreadable: [], unwritable: [], ...files }} />,
  );

describe('what the dialogue says about files', () => {
  it('names each one that cannot be checked, where in it, why, and what helps', () => {
    const html = list({
      unreadable: [
        { name: 'pay.zip', place: 'march.csv', reason: 'encrypted' },
        { name: 'photo.png', place: 'photo.png', reason: 'image' },
        { name: '', place: '', reason: 'damaged' },
      ],
    });
    expect(html).toContain('Cannot be checked: 3 items');
    expect(html).toMatch(/pay\.zip: march\.csv.*remove the protection/);
    expect(html).toMatch(/>photo\.png<.*a picture/);
    expect(html).toContain('file without a name');
  });

  it('shows the first of many and counts the others', () => {
    const unreadable = Array.from({ length: 40 }, (_, at) => ({ name: `${at}.png`, place: '', reason: 'image' }));
    const html = list({ unreadable });
    expect(html.match(/\.png/g)).toHaveLength(6);
    expect(html).toContain('and 34 more');
  });

  it('writes out characters that would hide what a name is', () => {
    const html = list({ unreadable: [{ name: 'invoice\u202efdp.exe', place: '', reason: 'executable' }] });
    expect(html).toContain('invoice‹U+202E›fdp.exe');
  });

  it.each(LANGUAGES)('has a sentence for every reason in %s', (language) => {
    for (const reason of [...UNREADABLE_REASONS, 'constructor']) {
      const html = list({ unreadable: [{ name: 'a', place: '', reason }], unwritable: ['b.pdf'] }, language);
      expect(html).toMatch(/class="aside">[^<]{10,}</);
      expect(html).toContain('b.pdf');
    }
  });
});

describe('the notice that files are being checked', () => {
  const notice = (names: string[], done: number) =>
    renderToStaticMarkup(<FileProgress language="en" names={names} done={done} onCancel={() => {}} />);

  it('says which, how far, that nothing has left, and offers to stop', () => {
    const html = notice(['report.pdf'], 0.42);
    for (const part of ['Checking the file', 'report.pdf', 'value="42"', 'Nothing has been sent yet.', 'Stop']) {
      expect(html).toContain(part);
    }
    expect(html).toContain('role="status"');
    expect(notice(['a', 'b', 'c'], 0)).toContain('Checking 3 files');
    expect(notice([], 0)).toContain('Checking the file');
  });
});
