/** What people read who sign in on their browser, in every language. */
import type { Language } from '../../../lib/language/language.ts';
import type { ProviderFault } from './provider.ts';

/** `unknown_link`: used up, too old, or never given. `name_taken`: somebody else signed in under that name. */
export type DeviceSignInFault = ProviderFault | 'unknown_link' | 'too_many_tries' | 'name_taken';

interface Words {
  ask: string;
  who(organisation: string, browser: string): string;
  compare: string;
  meaning: string;
  agree: string;
  beware: string;
  leaving: string;
  goOn(host: string): string;
  done: string;
  signedIn(name: string): string;
  called(ref: string): string;
  close: string;
  notDone: string;
  faults: Record<DeviceSignInFault, string>;
}

export const WORDS: Record<Language, Words> = {
  en: {
    ask: 'Sign in on this browser?',
    who: (organisation, browser) => `Sluice of ${organisation} asks who uses this browser (${browser}).`,
    compare: 'Go on only if you have just asked for it in Sluice, and Sluice shows the same code:',
    meaning: 'Records of this browser will carry a pseudonym of yours. Your name is kept sealed.',
    agree: 'The code is the same: sign in',
    beware: 'You did not ask for it, or got this address from somebody? Then close this page.',
    leaving: 'One moment',
    goOn: (host) => `Go on to ${host}`,
    done: 'You are signed in on this browser',
    signedIn: (name) => `You are signed in as ${name}.`,
    called: (ref) => `Records of this browser now call you ${ref}.`,
    close: 'You can close this page.',
    notDone: 'You are not signed in on this browser',
    faults: {
      provider_away: 'The identity provider does not answer. Try again in a moment.',
      provider_refused: 'The identity provider did not sign you in.',
      bad_answer:
        'What the identity provider answered could not be verified. Tell whoever runs Sluice in your organisation.',
      unknown_link: 'This address is used up or too old. Start again in Sluice.',
      too_many_tries: 'Too many tries. Wait a few minutes, and start again in Sluice.',
      name_taken: 'Somebody else has signed in under your name before. Tell whoever runs Sluice in your organisation.',
    },
  },
  de: {
    ask: 'In diesem Browser anmelden?',
    who: (organisation, browser) => `Sluice von ${organisation} fragt, wer diesen Browser benutzt (${browser}).`,
    compare: 'Machen Sie nur weiter, wenn Sie gerade in Sluice darum gebeten haben und Sluice denselben Code zeigt:',
    meaning: 'Einträge dieses Browsers tragen dann ein Pseudonym von Ihnen. Ihr Name wird versiegelt aufbewahrt.',
    agree: 'Der Code ist derselbe: anmelden',
    beware: 'Sie haben nicht darum gebeten oder die Adresse von jemandem bekommen? Dann schließen Sie diese Seite.',
    leaving: 'Einen Moment',
    goOn: (host) => `Weiter zu ${host}`,
    done: 'Sie sind in diesem Browser angemeldet',
    signedIn: (name) => `Sie sind als ${name} angemeldet.`,
    called: (ref) => `Einträge dieses Browsers nennen Sie jetzt ${ref}.`,
    close: 'Sie können diese Seite schließen.',
    notDone: 'Sie sind in diesem Browser nicht angemeldet',
    faults: {
      provider_away: 'Der Anmeldedienst antwortet nicht. Versuchen Sie es gleich noch einmal.',
      provider_refused: 'Der Anmeldedienst hat Sie nicht angemeldet.',
      bad_answer:
        'Die Antwort des Anmeldedienstes ließ sich nicht prüfen. Sagen Sie es denen, die Sluice in Ihrer Organisation betreiben.',
      unknown_link: 'Diese Adresse ist verbraucht oder zu alt. Beginnen Sie in Sluice von vorn.',
      too_many_tries: 'Zu viele Versuche. Warten Sie einige Minuten und beginnen Sie in Sluice von vorn.',
      name_taken:
        'Unter Ihrem Namen hat sich schon jemand anderes angemeldet. Sagen Sie es denen, die Sluice in Ihrer Organisation betreiben.',
    },
  },
  fr: {
    ask: 'Se connecter dans ce navigateur ?',
    who: (organisation, browser) => `Sluice de ${organisation} demande qui utilise ce navigateur (${browser}).`,
    compare: 'Continuez seulement si vous venez de le demander dans Sluice et que Sluice affiche le même code :',
    meaning:
      'Les enregistrements de ce navigateur porteront un pseudonyme à vous. Votre nom est conservé de façon scellée.',
    agree: 'Le code est le même : se connecter',
    beware: 'Vous ne l’avez pas demandé, ou quelqu’un vous a donné cette adresse ? Alors fermez cette page.',
    leaving: 'Un instant',
    goOn: (host) => `Continuer vers ${host}`,
    done: 'Vous êtes connecté dans ce navigateur',
    signedIn: (name) => `Vous êtes connecté en tant que ${name}.`,
    called: (ref) => `Les enregistrements de ce navigateur vous désignent désormais par ${ref}.`,
    close: 'Vous pouvez fermer cette page.',
    notDone: 'Vous n’êtes pas connecté dans ce navigateur',
    faults: {
      provider_away: 'Le fournisseur d’identité ne répond pas. Réessayez dans un instant.',
      provider_refused: 'Le fournisseur d’identité ne vous a pas connecté.',
      bad_answer:
        'La réponse du fournisseur d’identité n’a pas pu être vérifiée. Prévenez les responsables de Sluice dans votre organisation.',
      unknown_link: 'Cette adresse est déjà utilisée ou trop ancienne. Recommencez dans Sluice.',
      too_many_tries: 'Trop d’essais. Attendez quelques minutes et recommencez dans Sluice.',
      name_taken:
        'Quelqu’un d’autre s’est déjà connecté sous votre nom. Prévenez les responsables de Sluice dans votre organisation.',
    },
  },
  es: {
    ask: '¿Iniciar sesión en este navegador?',
    who: (organisation, browser) => `Sluice de ${organisation} pregunta quién usa este navegador (${browser}).`,
    compare: 'Continúe solo si acaba de pedirlo en Sluice y Sluice muestra el mismo código:',
    meaning: 'Los registros de este navegador llevarán un seudónimo suyo. Su nombre se guarda sellado.',
    agree: 'El código es el mismo: iniciar sesión',
    beware: '¿No lo ha pedido, o alguien le dio esta dirección? Entonces cierre esta página.',
    leaving: 'Un momento',
    goOn: (host) => `Continuar a ${host}`,
    done: 'Ha iniciado sesión en este navegador',
    signedIn: (name) => `Ha iniciado sesión como ${name}.`,
    called: (ref) => `Los registros de este navegador le llaman ahora ${ref}.`,
    close: 'Puede cerrar esta página.',
    notDone: 'No ha iniciado sesión en este navegador',
    faults: {
      provider_away: 'El proveedor de identidad no responde. Inténtelo de nuevo en un momento.',
      provider_refused: 'El proveedor de identidad no le ha dejado entrar.',
      bad_answer:
        'No se pudo comprobar la respuesta del proveedor de identidad. Avise a quienes llevan Sluice en su organización.',
      unknown_link: 'Esta dirección ya se usó o es demasiado antigua. Empiece de nuevo en Sluice.',
      too_many_tries: 'Demasiados intentos. Espere unos minutos y empiece de nuevo en Sluice.',
      name_taken: 'Otra persona ya inició sesión con su nombre. Avise a quienes llevan Sluice en su organización.',
    },
  },
};
