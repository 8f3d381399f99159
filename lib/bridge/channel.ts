/**
 * Names both ends of the bridge agree on. They are no secret: what the page must not have is the node itself. It is made
 * detached in the page world, handed over once as `relatedTarget` while no script of the page can have run, and from then
 * on carries CustomEvents with JSON strings that nobody without the node can see or send.
 */

/** On the document, from the page end: `relatedTarget` is the node. */
export const OFFER = 'sluice-offer';
/** On the document, from a guard end that came second: please offer again. */
export const SEEK = 'sluice-seek';
/** On the node, from the guard end: connected. */
export const TAKEN = 'taken';
/** On the node, page to guard. */
export const UP = 'up';
/** On the node, guard to page. */
export const DOWN = 'down';
