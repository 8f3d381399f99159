import { cueWords } from '../../detector.ts';

/** Words of wallets and coins. */
export const WALLET = cueWords(
  'wallet',
  'wallet|wallets|crypto|cryptocurrency|coin|coins|address|deposit|withdraw|withdrawal|send|bitcoin|btc|ethereum|eth|ether|litecoin|ltc|dogecoin|doge|monero|xmr',
  'ripple|xrp|solana|sol|tron|trx|usdt|usdc|tether|cardano|ada|stellar|xlm|dash|zcash|zec|binance|bnb|ledger|metamask|coinbase|phantom|blockchain|bitcoin cash|bch',
  'token|nft|donate|donation|portemonnaie|portefeuille|cartera|portafoglio|adresse|direccion|indirizzo|cosmos|atom|polkadot|tezos|avalanche|avax',
);
