/** Sends as the person would have: by the button, by the key, or by submitting the form. */

/** What a button was pressed with; `middle`: of the mouse's buttons. */
export type Pointer = 'mouse' | 'middle' | 'touch';

export type Trigger =
  | { kind: 'key'; event: KeyboardEvent; button: HTMLElement | null }
  | { kind: 'click'; button: HTMLElement; by: Pointer }
  | { kind: 'submit'; form: HTMLFormElement; submitter: HTMLElement | null };

export function send(editor: HTMLElement, trigger: Trigger): void {
  if (trigger.kind === 'submit') trigger.form.requestSubmit(trigger.submitter);
  else if (trigger.button?.isConnected && !isDisabled(trigger.button)) {
    press(trigger.button, trigger.kind === 'click' ? trigger.by : 'mouse');
  } else if (trigger.kind === 'key') pressKey(editor, trigger.event);
}

/** Some apps send on `pointerdown`, `mousedown` or `touchend`, so the whole sequence is played. */
function press(button: HTMLElement, by: Pointer): void {
  const isMiddle = by === 'middle';
  const init = { bubbles: true, cancelable: true, composed: true, button: isMiddle ? 1 : 0, detail: 1 };
  if (by === 'touch') {
    // A touch that is taken has no mouse events and no click.
    const types = ['touchstart', 'touchend'];
    // Firefox names no touch events where it has seen no touch screen, and fires them all the same.
    const Touched = typeof TouchEvent === 'undefined' ? UIEvent : TouchEvent;
    const isTaken = types.map((type) => !button.dispatchEvent(new Touched(type, init))).includes(true);
    if (isTaken) return;
  }
  const pointer = { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  button.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: isMiddle ? 4 : 1 }));
  button.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: isMiddle ? 4 : 1 }));
  button.dispatchEvent(new PointerEvent('pointerup', pointer));
  button.dispatchEvent(new MouseEvent('mouseup', init));
  if (isMiddle) button.dispatchEvent(new PointerEvent('auxclick', pointer));
  else button.click();
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
