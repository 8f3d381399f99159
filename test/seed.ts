/**
 * Every run draws the same values, so that a failure is a change's and not chance's. `SLUICE_SEED` draws others:
 * `for seed in $(seq 50); do SLUICE_SEED=$seed npx vitest run --project unit; done` looks for what one seed does not show.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SLUICE_SEED ?? 20) });
