/** Keeps cookies as a browser does for one site. */
export class CookieJar {
  private readonly kept = new Map<string, string>();
  take(answer: Response): void {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '' || /Max-Age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) this.kept.delete(name!);
      else this.kept.set(name!, value!);
    }
  }
  get header(): Record<string, string> {
    return { cookie: [...this.kept].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
  get names(): string[] {
    return [...this.kept.keys()];
  }
}

/** Go to the identity provider as a browser does, as far as the address it sends people back to. @returns Its path. */
export async function visitProvider(url: string, origin: string): Promise<string> {
  const there = new CookieJar();
  let at = url;
  while (!at.startsWith(origin)) {
    const answer = await fetch(at, { redirect: 'manual', headers: there.header });
    there.take(answer);
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`${answer.status} ${await answer.text()}`);
    at = new URL(next, at).href;
  }
  return at.slice(origin.length);
}
