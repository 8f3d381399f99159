/** Identity numbers of Latin America. */
import type { Detector } from '../../detector.ts';
import { arCuit } from './ar/ar-cuit.ts';
import { arDni } from './ar/ar-dni.ts';
import { boCi } from './bo/bo-ci.ts';
import { brCnh } from './br/br-cnh.ts';
import { brCnpj } from './br/br-cnpj.ts';
import { brCns } from './br/br-cns.ts';
import { brCpf } from './br/br-cpf.ts';
import { brPassport } from './br/br-passport.ts';
import { brPis } from './br/br-pis.ts';
import { brRg } from './br/br-rg.ts';
import { brTitulo } from './br/br-titulo.ts';
import { clRut } from './cl/cl-rut.ts';
import { coCedula } from './co/co-cedula.ts';
import { coNit } from './co/co-nit.ts';
import { crCedula } from './cr/cr-cedula.ts';
import { crDimex } from './cr/cr-dimex.ts';
import { crJuridica } from './cr/cr-juridica.ts';
import { cuNi } from './cu/cu-ni.ts';
import { doCedula } from './do/do-cedula.ts';
import { doRnc } from './do/do-rnc.ts';
import { ecCedula } from './ec/ec-cedula.ts';
import { ecRuc } from './ec/ec-ruc.ts';
import { gtCui } from './gt/gt-cui.ts';
import { gtNit } from './gt/gt-nit.ts';
import { hnId } from './hn/hn-id.ts';
import { niCedula } from './ni/ni-cedula.ts';
import { paCedula } from './pa/pa-cedula.ts';
import { peDni } from './pe/pe-dni.ts';
import { peRuc } from './pe/pe-ruc.ts';
import { pyRuc } from './py/py-ruc.ts';
import { svDui } from './sv/sv-dui.ts';
import { svNit } from './sv/sv-nit.ts';
import { uyCi } from './uy/uy-ci.ts';
import { uyRut } from './uy/uy-rut.ts';
import { veCedula } from './ve/ve-cedula.ts';
import { veRif } from './ve/ve-rif.ts';

export const LATIN_AMERICA: readonly Detector[] = [
  brCnh,
  brCnpj,
  brCns,
  brCpf,
  brPassport,
  brPis,
  brRg,
  brTitulo,
  arCuit,
  arDni,
  clRut,
  coCedula,
  coNit,
  peDni,
  peRuc,
  ecCedula,
  ecRuc,
  veCedula,
  veRif,
  uyCi,
  uyRut,
  pyRuc,
  doCedula,
  doRnc,
  gtCui,
  gtNit,
  crCedula,
  crDimex,
  crJuridica,
  svDui,
  svNit,
  hnId,
  niCedula,
  paCedula,
  cuNi,
  boCi,
];
