/** Where a command writes, and how it says that it cannot go on. */

export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Folder that relative paths are taken from. */
  cwd: string;
}

/** A failure the admin can do something about: told without a stack trace, exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}
