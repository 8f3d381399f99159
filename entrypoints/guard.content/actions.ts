/** What the person does in the page. Events that scripts make do not count: nobody can make a trusted one. */
const ACTIONS = ['pointerdown', 'click', 'keydown', 'drop', 'paste'];

/** Tells when the person last acted in this document; 0: never. Keys in the dialogue do not get here (`shieldKeys`). */
export function watchActions(): () => number {
  let last = 0;
  const note = (event: Event) => {
    if (event.isTrusted) last = Date.now();
  };
  for (const type of ACTIONS) addEventListener(type, note, { capture: true, passive: true });
  return () => last;
}
