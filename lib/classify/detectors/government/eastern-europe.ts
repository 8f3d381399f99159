/** Identity numbers of Eastern Europe. */
import type { Detector } from '../../detector.ts';
import { alNipt } from './al/al-nipt.ts';
import { amSsn } from './am/am-ssn.ts';
import { azFin } from './az/az-fin.ts';
import { azVoen } from './az/az-voen.ts';
import { bgEgn } from './bg/bg-egn.ts';
import { bgEik } from './bg/bg-eik.ts';
import { bgLnch } from './bg/bg-lnch.ts';
import { byPersonalNumber } from './by/by-personal-number.ts';
import { byUnp } from './by/by-unp.ts';
import { cyIdentityCard } from './cy/cy-identity-card.ts';
import { cyTic } from './cy/cy-tic.ts';
import { czDic } from './cz/cz-dic.ts';
import { czIco } from './cz/cz-ico.ts';
import { czOp } from './cz/cz-op.ts';
import { czRodneCislo } from './cz/cz-rodne-cislo.ts';
import { gePersonalNumber } from './ge/ge-personal-number.ts';
import { grAfm } from './gr/gr-afm.ts';
import { grAmka } from './gr/gr-amka.ts';
import { grIdentityCard } from './gr/gr-identity-card.ts';
import { hrOib } from './hr/hr-oib.ts';
import { huIdentityCard } from './hu/hu-identity-card.ts';
import { huPersonalId } from './hu/hu-personal-id.ts';
import { huTaj } from './hu/hu-taj.ts';
import { huTaxId } from './hu/hu-tax-id.ts';
import { huVat } from './hu/hu-vat.ts';
import { mdIdnp } from './md/md-idnp.ts';
import { mePib } from './me/me-pib.ts';
import { mkEdb } from './mk/mk-edb.ts';
import { mtIdentityCard } from './mt/mt-identity-card.ts';
import { mtVat } from './mt/mt-vat.ts';
import { plIdentityCard } from './pl/pl-identity-card.ts';
import { plKrs } from './pl/pl-krs.ts';
import { plNip } from './pl/pl-nip.ts';
import { plPassport } from './pl/pl-passport.ts';
import { plPesel } from './pl/pl-pesel.ts';
import { plRegon } from './pl/pl-regon.ts';
import { roCnp } from './ro/ro-cnp.ts';
import { roCui } from './ro/ro-cui.ts';
import { roIdentityCard } from './ro/ro-identity-card.ts';
import { rsJmbg } from './rs/rs-jmbg.ts';
import { rsPib } from './rs/rs-pib.ts';
import { ruInn } from './ru/ru-inn.ts';
import { ruOgrn } from './ru/ru-ogrn.ts';
import { ruPassport } from './ru/ru-passport.ts';
import { ruSnils } from './ru/ru-snils.ts';
import { siDavcna } from './si/si-davcna.ts';
import { siEmso } from './si/si-emso.ts';
import { skDph } from './sk/sk-dph.ts';
import { uaEdrpou } from './ua/ua-edrpou.ts';
import { uaPassport } from './ua/ua-passport.ts';
import { uaRntrc } from './ua/ua-rntrc.ts';

export const EASTERN_EUROPE: readonly Detector[] = [
  plIdentityCard,
  plKrs,
  plNip,
  plPassport,
  plPesel,
  plRegon,
  czDic,
  czIco,
  czOp,
  czRodneCislo,
  skDph,
  huIdentityCard,
  huPersonalId,
  huTaj,
  huTaxId,
  huVat,
  roCnp,
  roCui,
  roIdentityCard,
  bgEgn,
  bgEik,
  bgLnch,
  hrOib,
  siDavcna,
  siEmso,
  rsJmbg,
  rsPib,
  mePib,
  mkEdb,
  alNipt,
  grAfm,
  grAmka,
  grIdentityCard,
  cyIdentityCard,
  cyTic,
  mtIdentityCard,
  mtVat,
  uaEdrpou,
  uaPassport,
  uaRntrc,
  byPersonalNumber,
  byUnp,
  ruInn,
  ruOgrn,
  ruPassport,
  ruSnils,
  mdIdnp,
  gePersonalNumber,
  amSsn,
  azFin,
  azVoen,
];
