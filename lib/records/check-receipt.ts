/** Is a receipt worth believing: signed by the endpoint we enrolled with, about this chain, and about what we hold. */
import { sha256Hex } from '../policy/compile.ts';
import type { Receipt } from '../sync/api.ts';
import { toCanonical } from './canonical.ts';
import { verify } from './sign.ts';

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

/** Whether a receipt's signature is by this key over its canonical body. */
export async function signatureFault(
  receipt: Receipt,
  serverKey: { kid: string; publicKey: string },
): Promise<'unknown_key' | 'bad_signature' | null> {
  if (receipt.kid !== serverKey.kid) return 'unknown_key';
  const signed = toCanonical(receipt.body);
  if (!signed.ok || !(await verify(serverKey.publicKey, receipt.sig, signed.bytes))) return 'bad_signature';
  return null;
}

/** The name of a receipt in later records: SHA-256 of the canonical form of body, kid and sig. */
export async function receiptHash(receipt: Receipt): Promise<string> {
  const canonical = toCanonical(receipt);
  if (!canonical.ok) throw new Error(`a receipt that was verified has no canonical form: ${canonical.code}`);
  return sha256Hex(canonical.bytes);
}
