/** What people read whom the endpoint does not let in after they were at the identity provider, in every language. */
import type { Language } from '../../../lib/language/language.ts';
import type { ProviderFault } from './provider.ts';

export type SignInFault = ProviderFault | 'unknown_attempt' | 'no_role' | 'account_closed' | 'name_taken';

interface Words {
  title: string;
  back: string;
  faults: Record<SignInFault, string>;
}

export const WORDS: Record<Language, Words> = {
  en: {
    title: 'You are not signed in',
    back: 'Back to the console',
    faults: {
      provider_away: 'The identity provider does not answer. Try again in a moment.',
      provider_refused: 'The identity provider did not sign you in.',
      bad_answer: 'What the identity provider answered could not be verified. Tell whoever runs this endpoint.',
      unknown_attempt: 'This attempt to sign in is used up, too old, or was begun in another browser. Start again.',
      no_role: 'You have no role here. Ask whoever runs this endpoint to add one of your groups.',
      account_closed: 'Your account here was closed.',
      name_taken: 'Somebody else has your name here already. Tell whoever runs this endpoint.',
    },
  },
  de: {
    title: 'Sie sind nicht angemeldet',
    back: 'Zurück zur Konsole',
    faults: {
      provider_away: 'Der Identitätsanbieter antwortet nicht. Versuchen Sie es gleich noch einmal.',
      provider_refused: 'Der Identitätsanbieter hat Sie nicht angemeldet.',
      bad_answer:
        'Die Antwort des Identitätsanbieters ließ sich nicht prüfen. Sagen Sie es denen, die diesen Server betreiben.',
      unknown_attempt:
        'Dieser Anmeldeversuch ist verbraucht, zu alt oder wurde in einem anderen Browser begonnen. Beginnen Sie von vorn.',
      no_role:
        'Sie haben hier keine Rolle. Bitten Sie die, die diesen Server betreiben, eine Ihrer Gruppen einzutragen.',
      account_closed: 'Ihr Konto hier wurde geschlossen.',
      name_taken: 'Ihren Namen hat hier schon jemand anderes. Sagen Sie es denen, die diesen Server betreiben.',
    },
  },
  fr: {
    title: 'Vous n’êtes pas connecté',
    back: 'Retour à la console',
    faults: {
      provider_away: 'Le fournisseur d’identité ne répond pas. Réessayez dans un instant.',
      provider_refused: 'Le fournisseur d’identité ne vous a pas connecté.',
      bad_answer: 'La réponse du fournisseur d’identité n’a pas pu être vérifiée. Dites-le à qui exploite ce serveur.',
      unknown_attempt:
        'Cette tentative de connexion est épuisée, trop ancienne, ou commencée dans un autre navigateur. Recommencez.',
      no_role: 'Vous n’avez aucun rôle ici. Demandez à qui exploite ce serveur d’ajouter un de vos groupes.',
      account_closed: 'Votre compte ici a été fermé.',
      name_taken: 'Quelqu’un d’autre porte déjà votre nom ici. Dites-le à qui exploite ce serveur.',
    },
  },
  es: {
    title: 'No ha iniciado sesión',
    back: 'Volver a la consola',
    faults: {
      provider_away: 'El proveedor de identidad no responde. Inténtelo de nuevo en un momento.',
      provider_refused: 'El proveedor de identidad no le ha dejado entrar.',
      bad_answer:
        'La respuesta del proveedor de identidad no se pudo verificar. Dígaselo a quien mantiene este servidor.',
      unknown_attempt:
        'Este intento de iniciar sesión está gastado, es demasiado antiguo o empezó en otro navegador. Empiece de nuevo.',
      no_role: 'Aquí no tiene ninguna función. Pida a quien mantiene este servidor que añada uno de sus grupos.',
      account_closed: 'Su cuenta aquí se cerró.',
      name_taken: 'Otra persona ya tiene aquí su nombre. Dígaselo a quien mantiene este servidor.',
    },
  },
};
