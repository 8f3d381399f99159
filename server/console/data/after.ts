/**
 * Does what follows a change when it is made. The callbacks of `mutate` end with their component, and the row in which
 * somebody changed something often goes with the change: then nobody would be told. `fails`: where the fault is not shown
 * by the mutation's own `error`.
 */
export function after<T>(
  change: Promise<T>,
  done: (answer: T) => void,
  fails: (error: Error) => void = () => undefined,
): void {
  void change.then(done, fails);
}
