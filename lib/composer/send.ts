/** Sends as the person would have: by the button, by the key, or by submitting the form. */

export type Trigger =
  | { kind: 'key'; event: KeyboardEvent; button: HTMLElement | null }
  | { kind: 'click'; button: HTMLElement }
  | { kind: 'submit'; form: HTMLFormElement; submitter: HTMLElement | null };

export function send(editor: HTMLElement, trigger: Trigger): void {
  if (trigger.kind === 'submit') trigger.form.requestSubmit(trigger.submitter);
  else if (trigger.button?.isConnected && !isDisabled(trigger.button)) press(trigger.button);
  else if (trigger.kind === 'key') pressKey(editor, trigger.event);
}

/** Some apps send on `pointerdown` or `mousedown`, so the whole sequence is played. */
function press(button: HTMLElement): void {
  const init = { bubbles: true, cancelable: true, composed: true, button: 0, detail: 1 };
  const pointer = { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  button.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  button.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: 1 }));
  button.dispatchEvent(new PointerEvent('pointerup', pointer));
  button.dispatchEvent(new MouseEvent('mouseup', init));
  button.click();
}

function pressKey(editor: HTMLElement, { ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  const init = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, ctrlKey, metaKey, altKey };
  for (const type of ['keydown', 'keypress', 'keyup']) {
    const go = editor.dispatchEvent(
      new KeyboardEvent(type, { ...init, bubbles: true, cancelable: true, composed: true }),
    );
    // A handled keydown has no keypress.
    if (type === 'keydown' && !go) return;
  }
}

function isDisabled(button: HTMLElement): boolean {
  return button.matches(':disabled, [aria-disabled="true"]');
}
