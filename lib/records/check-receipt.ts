/** Is a receipt worth believing: signed by the endpoint we enrolled with, about this chain, and about what we hold. */
import { sha256Hex } from '../policy/compile.ts';
import type { Receipt } from '../sync/api.ts';
import { canonicalBytes } from './canonical.ts';
import { signatureFault } from './signed-body.ts';

export type ReceiptFault =
  | 'missing'
  | 'unknown_key'
  | 'bad_signature'
  | 'wrong_tenant'
  | 'wrong_chain'
  | 'wrong_epoch'
  /** About a record we never wrote: this device was set back to an earlier state, or the endpoint invents. */
  | 'ahead'
  /** Holds less than it already acknowledged. */
  | 'behind'
  | 'head_mismatch';

/** What the device knows of its own chain at a sequence number. */
export interface OwnRecord {
  epoch: number;
  hash: string;
}

export interface ReceiptContext {
  serverKey: { kid: string; publicKey: string };
  tenant: string;
  chain: string;
  /** The last record of the chain. */
  lastSeq: number;
  /** Sequence number of the newest receipt before; 0 when there was none. */
  acknowledgedSeq: number;
  /** Null when the record is no longer here; only records before the acknowledged ones may be gone. */
  ownRecord(seq: number): Promise<OwnRecord | null>;
}

/** Null when the receipt holds. */
export async function receiptFault(receipt: Receipt | null, context: ReceiptContext): Promise<ReceiptFault | null> {
  if (receipt === null) return 'missing';
  const signature = await signatureFault(receipt, context.serverKey);
  if (signature !== null) return signature;
  const { tenant, chain, epoch, seq, head } = receipt.body;
  if (tenant !== context.tenant) return 'wrong_tenant';
  if (chain !== context.chain) return 'wrong_chain';
  if (seq > context.lastSeq) return 'ahead';
  if (seq < context.acknowledgedSeq) return 'behind';
  const own = await context.ownRecord(seq);
  if (own?.hash !== head) return 'head_mismatch';
  return own.epoch === epoch ? null : 'wrong_epoch';
}

/** The name of a receipt in later records: SHA-256 of the canonical form of body, kid and sig. */
export async function receiptHash(receipt: Receipt): Promise<string> {
  return sha256Hex(canonicalBytes(receipt));
}
