/** One line of JSON for each event, on standard error. Codes and numbers only: never a body, a token or a user's text. */

/** Mildest first. */
export const LOG_LEVELS = ['info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Record<string, string | number | boolean | null>;
export type Log = (level: LogLevel, code: string, fields?: LogFields) => void;

/**
 * @param write Takes one line without its end.
 * @param least What is milder is not written.
 */
export function createLog(
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  least: LogLevel = 'info',
): Log {
  return (level, code, fields = {}) => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return;
    write(JSON.stringify({ time: new Date().toISOString(), level, code, ...fields }));
  };
}

/** What may be said about an error: its class and a database or system code. Messages can quote data, so they stay out. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const place = /\/(server|lib)\/[\w/-]+\.ts:\d+/.exec(error.stack ?? '')?.[0]?.slice(1);
  return { error: error.name, ...(typeof code === 'string' ? { cause: code } : {}), ...(place ? { place } : {}) };
}
