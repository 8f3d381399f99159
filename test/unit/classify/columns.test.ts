import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../lib/classify/classifier.ts';
import { NO_DATA } from '../../../lib/classify/every-table.ts';

const { classify } = createClassifier(NO_DATA);
const values = (text: string, type: string) =>
  classify(text)
    .filter((finding) => finding.type === type)
    .map(({ start, end }) => text.slice(start, end));

describe('tables', () => {
  it('take the heading of a column for the label of its cells', () => {
    const csv = 'id,name,dob,phone\n1,Ana,04.07.1966,2127365000\n2,Ben,1958-02-19,4155552671';
    expect(values(csv, 'DATE_OF_BIRTH')).toEqual(['04.07.1966', '1958-02-19']);
    expect(values(csv, 'PHONE_NUMBER')).toEqual(['2127365000', '4155552671']);
  });

  it('read Markdown and quoted cells', () => {
    const table = '| staff id | name |\n|---|---|\n| B-4471 | Ana |\n| B-4472 | Ben |';
    expect(values(table, 'EMPLOYEE_ID')).toEqual(['B-4471', 'B-4472']);
    expect(values('mrn;name\n"0048291";"Ana"', 'MEDICAL_RECORD_NUMBER')).toEqual(['0048291']);
  });

  it('leave other columns, lines of another shape and text without a table alone', () => {
    expect(values('dob;height\nunknown;04.07.1966', 'DATE_OF_BIRTH')).toEqual([]);
    expect(values('name;dob\nAna\n04.07.1966;1', 'DATE_OF_BIRTH')).toEqual([]);
    expect(values('We ask for name, dob and more,\nnot for 04.07.1966, which is past.', 'DATE_OF_BIRTH')).toEqual([]);
  });
});
