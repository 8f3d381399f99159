/** One vault per conversation. A new chat has no id yet: its vault is taken over by the first id that shows up. */
import { createVault, type Vault } from './vault.ts';

export class ConversationVaults {
  readonly #randomBytes: (length: number) => Uint8Array;
  readonly #vaults = new Map<string, Vault>();
  #unnamed: Vault | null = null;
  #latest: Vault | null = null;

  /** `randomBytes(n)` has to return `n` unpredictable bytes. */
  constructor(randomBytes: (length: number) => Uint8Array) {
    this.#randomBytes = randomBytes;
  }

  /** `conversation`: the app's id; null for what is being written now, wherever it will go. */
  of(conversation: string | null): Vault {
    const vault = conversation === null ? this.#current() : this.#named(conversation);
    this.#latest = vault;
    return vault;
  }

  #current(): Vault {
    if (this.#latest !== null) return this.#latest;
    this.#unnamed = createVault({ randomBytes: this.#randomBytes });
    return this.#unnamed;
  }

  #named(conversation: string): Vault {
    const known = this.#vaults.get(conversation);
    if (known !== undefined) return known;
    const vault = this.#unnamed ?? createVault({ randomBytes: this.#randomBytes });
    this.#unnamed = null;
    this.#vaults.set(conversation, vault);
    return vault;
  }
}
