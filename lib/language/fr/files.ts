import type { files as english } from '../en/files.ts';
import { counting } from '../language.ts';

const count = counting('fr');

export const files: typeof english = {
  checking: (n) =>
    n > 1 ? count(n, 'Vérification de # fichier', 'Vérification de # fichiers') : 'Vérification du fichier',
  notSent: 'Rien n’a encore été envoyé.',
  stop: 'Arrêter',
  next: {
    block: 'Le fichier reste sur votre appareil. Modifiez-le, puis choisissez-le de nouveau.',
    redact:
      'Vous pouvez continuer tout de suite : le fichier est envoyé avec des marqueurs à la place de ce qui a été trouvé.',
  },
  sendSanitised: 'Envoyer le fichier expurgé',
  unreadable: (n) => count(n, 'Impossible à vérifier : # élément', 'Impossible à vérifier : # éléments'),
  unnamed: 'fichier sans nom',
  unwritable: (names) =>
    `${names} ne peut pas être modifié ici. Retirez les valeurs dans le programme d’origine, ou collez le texte nécessaire.`,
  reasons: {
    image: 'une image ; le texte qu’elle contient n’est pas lisible ici',
    audio: 'un enregistrement sonore ; il n’est pas lisible ici',
    video: 'un film ; il n’est pas lisible ici',
    encrypted: 'protégé par un mot de passe ; retirez la protection et choisissez-le de nouveau',
    oversized: 'trop volumineux pour être vérifié ; divisez-le ou n’envoyez que la partie utile',
    damaged: 'endommagé ; ouvrez-le et enregistrez-le de nouveau',
    unsupported: 'd’un format illisible ici ; enregistrez-le en PDF, DOCX ou texte',
    executable: 'un programme ou une macro ; impossible à vérifier',
    archive: 'une archive dans une archive ; décompressez-la d’abord',
    unread: 'non vérifié, car la vérification a échoué ou a été arrêtée ; réessayez',
    other: 'illisible ici ; envoyez le contenu en texte ou dans un autre format',
  },
};
