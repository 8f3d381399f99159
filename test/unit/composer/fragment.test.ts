import { describe, expect, it } from 'vitest';
import { promptInFragment, watchFragment } from '../../../lib/composer/fragment.ts';

const NAMES = ['prompt', 'q'];

describe('promptInFragment', () => {
  it.each([
    ['#prompt=hello+there', 'hello there'],
    ['#prompt=hello%20there&autosubmit=1', 'hello there'],
    ['#autosubmit=true&q=caf%C3%A9%20%26%20tea', 'café & tea'],
    ['#?q=hello', 'hello'],
    ['#/new?q=hello', 'hello'],
    ['#!/chat/new?x=1&prompt=hello', 'hello'],
    ['#prompt=one&prompt=two&q=three', 'one\ntwo\nthree'],
    ['#/new?q=hello#top', 'hello#top'],
    ['#prompt=bad%zzescape', 'bad%zzescape'],
  ])('%s', (fragment, text) => expect(promptInFragment(fragment, NAMES)).toBe(text));

  it.each(['', '#', '#section-2', '#prompt', '#prompt=', '#prompt=+%20', '#other=text', '#/prompt/hello', '#L10-L20'])(
    'nothing in %j',
    (fragment) => expect(promptInFragment(fragment, NAMES)).toBeNull(),
  );
});

/** A window with an address, as far as this is about. */
function open(href: string, type: 'navigate' | 'reload' | 'back_forward' = 'navigate') {
  const target = new EventTarget();
  let address = new URL(href);
  const seen = { reloads: 0, heard: 0 };
  const location = {
    get href() {
      return address.href;
    },
    get hash() {
      return address.hash;
    },
    reload: () => {
      seen.reloads += 1;
    },
  };
  const history = {
    state: null,
    replaceState(_: unknown, __: string, url: string) {
      address = new URL(url);
    },
  };
  const performance = { getEntriesByType: () => [{ type }] };
  const window = Object.assign(target, { location, history, performance }) as unknown as Window;
  const go = (to: string) => {
    address = new URL(to, address);
    target.dispatchEvent(new Event('popstate'));
    target.dispatchEvent(new Event('hashchange'));
  };
  const hear = () => {
    seen.heard += 1;
  };
  return { window, seen, go, listen: () => target.addEventListener('hashchange', hear) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const refuseCards = async (text: string) => !text.includes('card');

function watch(page: ReturnType<typeof open>, resolve = refuseCards, applies = () => true) {
  watchFragment({ window: page.window, names: NAMES, applies, resolve });
  page.listen();
}

describe('watchFragment', () => {
  it('has a harmless prompt read by the page once it is known to be harmless', async () => {
    const page = open('https://lovable.dev/?x=1#prompt=a+page+about+tea');
    watch(page);
    expect(page.window.location.href).toBe('https://lovable.dev/?x=1');
    await settled();
    expect(page.window.location.href).toBe('https://lovable.dev/?x=1#prompt=a+page+about+tea');
    expect(page.seen.reloads).toBe(1);
  });

  it.each(['https://lovable.dev/#section-2', 'https://lovable.dev/#prompt='])('leaves %s alone', async (href) => {
    const page = open(href);
    watch(page, async () => false);
    expect(page.window.location.href).toBe(href);
    await settled();
    expect(page.seen.reloads).toBe(0);
  });

  it('leaves pages of other products of the host alone', async () => {
    const page = open('https://lovable.dev/#prompt=my+card');
    watch(
      page,
      async () => false,
      () => false,
    );
    await settled();
    expect(page.window.location.hash).toBe('#prompt=my+card');
  });

  it('takes a prompt out before it returns, and keeps the rest of the address', async () => {
    const page = open('https://lovable.dev/new?x=1#prompt=my+card');
    const resolved: string[] = [];
    watch(page, async (text) => resolved.push(text) < 0);
    expect(page.window.location.href).toBe('https://lovable.dev/new?x=1');
    await settled();
    expect(page.window.location.href).toBe('https://lovable.dev/new?x=1');
    expect(page.seen.reloads).toBe(0);
    expect(resolved).toEqual(['my card']);
  });

  it('does not look again at what was put back', async () => {
    const page = open('https://lovable.dev/#prompt=my+card', 'reload');
    watch(page, async () => false);
    await settled();
    expect(page.window.location.hash).toBe('#prompt=my+card');
  });

  it.each(['back_forward', 'navigate'] as const)('looks at an address that came by %s', (type) => {
    const page = open('https://lovable.dev/#prompt=my+card', type);
    watch(page, async () => false);
    expect(page.window.location.hash).toBe('');
  });

  it('leaves the address bare when the decision fails', async () => {
    const page = open('https://lovable.dev/#prompt=my+card');
    watch(page, () => Promise.reject(new Error('no policy')));
    await settled();
    expect(page.window.location.hash).toBe('');
    expect(page.seen.reloads).toBe(0);
  });

  it('does not put it back into another address', async () => {
    const page = open('https://lovable.dev/#prompt=my+card');
    watch(page, async () => true);
    page.go('/projects/2');
    await settled();
    expect(page.window.location.href).toBe('https://lovable.dev/projects/2');
    expect(page.seen.reloads).toBe(0);
  });

  it('watches later changes: the page hears of a harmless one when it may, and of others never', async () => {
    const page = open('https://lovable.dev/');
    const heard: string[] = [];
    watch(page);
    page.window.addEventListener('popstate', () => heard.push(page.window.location.hash));
    page.go('#prompt=a+page+about+tea');
    expect(heard).toEqual([]);
    await settled();
    expect(heard).toEqual(['#prompt=a+page+about+tea']);
    expect(page.window.location.hash).toBe('#prompt=a+page+about+tea');
    page.go('#q=my+card');
    await settled();
    expect(heard).toHaveLength(1);
    expect(page.window.location.hash).toBe('');
    page.go('#section');
    expect(heard.at(-1)).toBe('#section');
    expect(page.seen.reloads).toBe(0);
  });
});
