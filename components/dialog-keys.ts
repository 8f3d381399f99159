/** Keys of the decision dialogue. Only default actions are steered: nothing here can send. */

const FOCUSABLE = 'button:not(:disabled), summary, input, textarea, [tabindex="0"]';

/** Handle one trusted or untrusted keydown; `onEscape` is the way out that never sends. */
export function handleDialogKey(event: KeyboardEvent, root: ShadowRoot, onEscape: () => void): void {
  if (event.key === 'Escape' && !event.isComposing) {
    event.preventDefault();
    onEscape();
  } else if (event.key === 'Tab') {
    keepFocusInside(event, root);
  } else if (event.key === 'Enter' || event.key === ' ') {
    steerEnter(event, root);
  }
}

/** At either end Tab starts over, so that focus does not leave for the browser's own controls by surprise. */
function keepFocusInside(event: KeyboardEvent, root: ShadowRoot): void {
  const stops = tabStops(root);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const active = root.activeElement;
  if (active && active !== edge && stops.includes(active as HTMLElement)) return;
  if (active && !stops.includes(active as HTMLElement) && active.localName !== 'dialog') return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

function tabStops(root: ShadowRoot): HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.checkVisibility());
  const seen = new Set<string>();
  return all.filter((element) => {
    if (!(element.localName === 'input' && (element as HTMLInputElement).type === 'radio')) return true;
    const { name, checked } = element as HTMLInputElement;
    const chosen = root.querySelector(`input[name="${CSS.escape(name)}"]:checked`);
    if (seen.has(name) || (chosen && !checked)) return false;
    seen.add(name);
    return true;
  });
}

/**
 * A key still held down from sending must not answer the dialogue. And Enter with nothing focused (after a click on
 * text) brings focus back to the primary button instead of doing nothing.
 */
function steerEnter(event: KeyboardEvent, root: ShadowRoot): void {
  const active = root.activeElement;
  if (event.repeat && active?.localName !== 'textarea') event.preventDefault();
  if (event.key === 'Enter' && (!active || active.localName === 'dialog')) {
    event.preventDefault();
    root.querySelector<HTMLElement>('.primary')?.focus();
  }
}
