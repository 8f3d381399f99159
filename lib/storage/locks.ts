/** Mutual exclusion between every part of the extension that shares the database. */

/** Runs `task` while nobody else holds `name`; settles as the task does. Released when its holder dies. */
export type Locks = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** Web Locks: one for all contexts of the extension's origin. */
export function webLocks(manager: LockManager): Locks {
  return async (name, task) => await manager.request(name, task);
}
