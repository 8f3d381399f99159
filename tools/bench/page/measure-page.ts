/** Everything a person does on the page, in both browsers in turn. */
import { type Added, addedBy } from '../statistics.ts';
import type { Arms } from './arms.ts';
import type { MeasuredPage } from './measured-page.ts';

/** Nothing in it needs protection: a dialogue would measure the person. */
const PROMPT =
  'Please shorten the notice below and keep it friendly. The reading room opens an hour later than usual, because ' +
  'the heating is being replaced. Drinks are not allowed near the old maps, and bags stay in the lockers by the door. ' +
  'Whoever wants to copy a page asks at the desk first. ';
const TYPED = 'and thank them';

export interface PageSize {
  starts: number;
  /** Each: fill in a prompt, type on, pause, send. */
  prompts: number;
}

/** All in milliseconds. */
export interface PageFigures {
  load: Added;
  settled: Added;
  clock: Added;
  key: Added;
  pause: Added;
  send: Added;
}

type Samples = Record<keyof PageFigures, number[]>;
type Arm = 'without' | 'with';
const ARMS: readonly Arm[] = ['without', 'with'];

export async function measurePage(arms: Arms, { starts, prompts }: PageSize): Promise<PageFigures> {
  const samples: Record<Arm, Samples> = { without: noSamples(), with: noSamples() };
  const inTurn = async (work: (page: MeasuredPage, into: Samples) => Promise<void>) => {
    for (const arm of ARMS) await work(arms[arm], samples[arm]);
  };

  // The first of each fills caches and is thrown away below.
  for (let start = 0; start <= starts; start++) {
    await inTurn(async (page, into) => {
      const { load, settled, clock } = await page.start();
      into.load.push(load);
      into.settled.push(settled);
      into.clock.push(clock);
    });
  }
  for (let prompt = 0; prompt <= prompts; prompt++) {
    await Promise.all(ARMS.map((arm) => arms[arm].fill(PROMPT)));
    for (const letter of TYPED) await inTurn(async (page, into) => void into.key.push(await page.key(letter)));
    // Both wait at the same time: a wait disturbs nobody.
    await Promise.all(ARMS.map(async (arm) => samples[arm].pause.push(await arms[arm].pause())));
    await inTurn(async (page, into) => void into.send.push(await page.send()));
  }

  const compare = (what: keyof Samples, warmUp = 1) =>
    addedBy(samples.without[what].slice(warmUp), samples.with[what].slice(warmUp));
  return {
    load: compare('load'),
    settled: compare('settled'),
    clock: compare('clock'),
    key: compare('key', TYPED.length),
    pause: compare('pause'),
    send: compare('send'),
  };
}

function noSamples(): Samples {
  return { load: [], settled: [], clock: [], key: [], pause: [], send: [] };
}
