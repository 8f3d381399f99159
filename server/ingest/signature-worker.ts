/** A thread that checks signatures, batch by batch, in the order they come. */
import { parentPort } from 'node:worker_threads';
import { checkPacked, type SignatureBatch } from './signature-batch.ts';

parentPort!.on('message', (batch: SignatureBatch) => {
  const good = checkPacked(batch);
  parentPort!.postMessage(good, [good.buffer]);
});
