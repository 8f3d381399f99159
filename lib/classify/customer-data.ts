/** What an organisation itself wants protected, out of its signed policy: nothing so far. */
export type CustomerData = Readonly<Record<never, never>>;
