/** False for dates and years, which stand behind the same labels, and for words. */
export function isNoDate(value: string): boolean {
  return (
    !/^(?:(?:19|20)[0-9]{2}(?:[-/][0-9]{1,2}){0,2}|[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4})$/.test(value) &&
    /[0-9]/.test(value)
  );
}
