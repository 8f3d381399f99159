/** Plain ingest as a process of its own, to be compared with nodes: `node unverified-process.ts <database URL>`, by `fork`. */
import { startUnverified } from './unverified.ts';

const { url } = await startUnverified({ kind: 'postgres', url: process.argv[2]! });
process.send!(url);
process.on('disconnect', () => process.exit());
