/** A live list that does not move while somebody reads it, points at it or is in it with the keyboard. */
import { useWindowScroll } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { holdArrivals } from '../data/live-list.ts';

/** Scrolled further than this, the top of the list is out of sight. */
const AT_TOP_PX = 60;

/**
 * @param list What the items answer: with another list nothing is held.
 * @returns The rows to show, how many are held back, a way to show them, and what its elements must be given.
 */
export function useHeldRows<T extends { id: string }>(items: T[], list: string) {
  const [{ y }] = useWindowScroll();
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [, setReleased] = useState(0);
  const known = useRef({ list, ids: new Set<string>() });
  if (known.current.list !== list) known.current = { list, ids: new Set() };

  const isBusy = isPointed || isFocused || y > AT_TOP_PX;
  const { shown, held } = isBusy ? holdArrivals(items, known.current.ids) : { shown: items, held: 0 };
  // A row that leaves stays known: when its change is undone it comes back without being asked for.
  useEffect(() => {
    for (const { id } of shown) known.current.ids.add(id);
  });
  return {
    shown,
    held,
    release: () => {
      known.current.ids = new Set();
      setReleased((count) => count + 1);
      window.scrollTo({ top: 0 });
    },
    /** For the list and its button together: on the way to the button the list is still pointed at. */
    pointer: {
      onPointerEnter: (event: React.PointerEvent) => setPointed(event.pointerType === 'mouse'),
      onPointerLeave: () => setPointed(false),
    },
    /** For the list alone: a button that goes takes its focus along and says nothing. */
    focus: {
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    },
  };
}
