/** Percent codes read (RFC 3986, 2.1); a text in which one is no valid UTF-8 stays as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
