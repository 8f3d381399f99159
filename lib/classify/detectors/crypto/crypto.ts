/** Wallet addresses, and the keys and words that open wallets. */
import type { Detector } from '../../detector.ts';
import { bech32Address } from './bech32-address.ts';
import { bitcoinAddress } from './bitcoin-address.ts';
import { bitcoinCashAddress } from './bitcoin-cash-address.ts';
import { bitcoinPrivateKey } from './bitcoin-private-key.ts';
import { dashAddress } from './dash-address.ts';
import { dogecoinAddress } from './dogecoin-address.ts';
import { ethereumAddress } from './ethereum-address.ts';
import { extendedPrivateKey } from './extended-private-key.ts';
import { litecoinAddress } from './litecoin-address.ts';
import { moneroAddress } from './monero-address.ts';
import { recoveryPhrase } from './recovery-phrase.ts';
import { solanaAddress } from './solana-address.ts';
import { stellarAddress } from './stellar-address.ts';
import { tezosAddress } from './tezos-address.ts';
import { tronAddress } from './tron-address.ts';
import { xrpAddress } from './xrp-address.ts';
import { zcashAddress } from './zcash-address.ts';

export const CRYPTO_DETECTORS: readonly Detector[] = [
  bitcoinPrivateKey,
  extendedPrivateKey,
  recoveryPhrase,
  bitcoinAddress,
  litecoinAddress,
  dogecoinAddress,
  dashAddress,
  zcashAddress,
  tronAddress,
  tezosAddress,
  xrpAddress,
  ethereumAddress,
  bech32Address,
  bitcoinCashAddress,
  moneroAddress,
  stellarAddress,
  solanaAddress,
];
