// Loaded into the endpoint's process before its own code: its clock is off by as many milliseconds as the file says that
// CLOCK_FILE names. Timers are not: those of a real machine do not jump either.
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK_FILE;
const RealDate = Date;
const now = () => {
  try {
    return RealDate.now() + Number(readFileSync(file, 'utf8'));
  } catch {
    return RealDate.now();
  }
};

if (file !== undefined) {
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      super(...(args.length === 0 ? [now()] : args));
    }
    static now() {
      return now();
    }
  };
}
