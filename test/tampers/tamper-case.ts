/** One way of tampering, and what a verifier has to say to it. */
import type { Files, Pack } from './pack.ts';

/**
 * `anybody`: the folder, no key. `operator`: the endpoint's database and key. `device`: a device's key.
 */
export type Hand = 'nobody' | 'anybody' | 'operator' | 'device' | 'device and operator';

export interface Tampered {
  files: Files;
  /** Pinned besides the keys: a checkpoint that was kept. */
  checkpoint?: string;
  /** What the folder is changed by after the files were written. */
  disk?(dir: string): void;
}

export interface TamperCase {
  name: string;
  by: Hand;
  /** The first reason; null: it verifies. */
  reason: string | null;
  /** For what verifies: what both verifiers have to say about it, in the list of what they cannot prove. */
  limit?: RegExp;
  make(pack: Pack): Promise<Tampered> | Tampered;
}
