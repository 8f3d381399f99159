// Runs inside the page with the extension's closed shadow root as `this`; each driver has its own way to that root.
// Plain source text, because both protocols take functions as text.

const DIALOG = `this.querySelector('dialog[open], [role=dialog], [role=alertdialog]')`;

/** () => visible text of the open dialogue, or null. */
export const DIALOG_TEXT = `function () { return ${DIALOG}?.innerText ?? null; }`;

/** () => a name that this dialogue alone has, or null. */
export const DIALOG_ID = `function () {
  const dialog = ${DIALOG};
  return dialog && (dialog.nameForTests ??= String(Math.random()));
}`;

/** () => visible text of the notices in the corner, or null. */
export const NOTICE_TEXT = `function () { return this.querySelector('.notices')?.innerText || null; }`;

/**
 * (name) => centre of the control with this visible name, scrolled into view; null when there is none, or when a press
 * there would meet something else.
 */
export const CONTROL_POINT = `function (name) {
  const nameOf = (node) => [
    node.innerText, node.getAttribute('aria-label'), node.getAttribute('placeholder'), node.getAttribute('value'),
    ...[...(node.labels ?? [])].map((label) => label.innerText),
  ].map((text) => (text ?? '').replace(/\\s+/g, ' ').trim());
  const controls = [...(${DIALOG}?.querySelectorAll('button, [role=button], a, input, textarea, select, summary') ?? [])];
  const control =
    controls.find((node) => nameOf(node).includes(name)) ??
    controls.find((node) => nameOf(node).some((text) => text.startsWith(name)));
  if (!control) return null;
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = control.getBoundingClientRect();
  const point = { x: x + width / 2, y: y + height / 2 };
  const met = this.elementFromPoint(point.x, point.y);
  return met && (control.contains(met) || met.contains(control)) ? point : null;
}`;

export interface Point {
  x: number;
  y: number;
}
