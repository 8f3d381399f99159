import type { PageMessages } from '../en/pages.ts';
import { counting } from '../language.ts';

const count = counting('fr');

export const pages = {
  loading: 'Chargement…',
  failed: 'Sluice n’a pas répondu. Il est peut-être encore en train de démarrer.',
  retry: 'Réessayer',
  action: {
    allow: 'Laissé passer',
    warn: 'Relecture demandée',
    justify: 'Motif demandé',
    redact: 'Masquage proposé',
    route: 'Outil approuvé indiqué',
    approve: 'Accord nécessaire',
    block: 'Retenu',
  },
  choice: {
    redact: 'vous l’avez envoyé masqué',
    proceed: 'vous l’avez envoyé tel quel',
    justify: 'vous l’avez envoyé avec un motif',
    edit: 'vous avez repris le texte',
    cancel: 'vous ne l’avez pas envoyé',
  },
  freshness: {
    fresh: 'à jour',
    stale: 'non confirmées récemment',
    expired: 'expirées, toujours appliquées',
    none: 'aucune pour l’instant',
  },
  source: {
    managed: 'définies par votre administrateur',
    endpoint: 'du serveur de votre organisation',
    bundled: 'intégrées',
  },
  coverage: {
    full: 'Protégé',
    partial: 'Partiellement protégé',
    none: 'Non protégé',
    ungoverned: 'Non surveillé',
  },
  popup: {
    coverageExplained: {
      full: (app) => `Tout ce que cet onglet envoie à ${app} est d’abord vérifié sur cet appareil.`,
      no_gate: (app) =>
        `Ce que vous envoyez à ${app} est vérifié dans la page. Le verrou du navigateur ne fait qu’observer, car Sluice n’a pas été installé par votre organisation : ce qui échappe à la page est noté, pas retenu.`,
      no_hook: (app) =>
        `Cet onglet était ouvert avant que Sluice puisse s’y joindre. Le navigateur refuse ce que les règles n’autorisent pas, sans vous poser de question. Rechargez l’onglet pour être de nouveau consulté sur ${app}.`,
      unguarded: (app) =>
        `Dans une partie de cette page, Sluice manque ou n’a pas répondu. Ce qu’elle voulait envoyer à ${app} a été refusé sans vous poser de question. Rechargez l’onglet pour être de nouveau consulté. Copiez d’abord votre texte s’il est long.`,
      unheld: (app) =>
        `Cet onglet était ouvert avant le démarrage de Sluice, rien n’y est retenu. Rechargez-le avant d’utiliser ${app}.`,
      forbidden: (app) =>
        `Le navigateur tient Sluice à l’écart de ${app}. Rien de ce que vous y envoyez n’est vérifié ni retenu. Vos administrateurs peuvent l’autoriser.`,
      ungoverned: 'Sur ce site, Sluice ne lit et n’enregistre rien.',
    },
    reload: 'Recharger l’onglet',
    health: {
      ok: (app) => `Les demandes à ${app} sont lues comme prévu.`,
      degraded: (app) =>
        `${app} a changé : la dernière demande n’a pas été lue tout à fait comme prévu. Tout est vérifié, plus que nécessaire peut être retenu.`,
      unknown_shape: (app) =>
        `Sluice ne connaît pas les appels de ${app}. Chaque texte est vérifié, plus que nécessaire peut être retenu.`,
    },
    account: {
      personal: 'Vous êtes connecté avec un compte personnel.',
      corporate: 'Vous êtes connecté avec un compte de votre organisation.',
      anonymous: 'Vous n’êtes pas connecté.',
    },
    noPrivateWindows: 'Sluice n’est pas autorisé dans les fenêtres privées. Rien n’y est vérifié.',
    decisions: 'Dans cet onglet',
    noDecisions: 'Rien n’a encore été vérifié dans cet onglet.',
    nothingFound: 'rien trouvé',
    policy: 'Règles en vigueur',
    noPolicy: 'Aucune règle n’est encore arrivée. D’ici là, rien n’est envoyé aux sites d’IA.',
    policyLine: (id, version) => `${id}, version ${version}`,
    records: 'Enregistrements',
    waiting: (n) => count(n, '# en attente de remise', '# en attente de remise'),
    shipped: (n) => count(n, '# remis', '# remis'),
    rejected: (n) => count(n, '# refusé par le serveur', '# refusés par le serveur'),
    endpoint: {
      reachable: 'Serveur joignable',
      unreachable: 'Serveur injoignable. Les enregistrements attendent sur cet appareil.',
      revoked:
        'Votre organisation a exclu ce navigateur de son serveur. Les règles restent appliquées ; les enregistrements restent sur cet appareil.',
      certificate_expired:
        'Le certificat de ce navigateur a expiré. Il s’inscrit de nouveau tout seul ; d’ici là, les enregistrements attendent sur cet appareil.',
      certificate_revoked:
        'Votre organisation a révoqué le certificat de ce navigateur. Les règles continuent de s’appliquer ; les enregistrements attendent sur cet appareil qu’un administrateur l’admette de nouveau.',
      certificate_other_key:
        'Le serveur connaît ce navigateur sous une autre clé. Le navigateur demande son propre certificat ; d’ici là, les enregistrements attendent sur cet appareil.',
      never_tried: 'Serveur pas encore contacté',
      not_configured: 'Aucun serveur configuré. Les enregistrements restent sur cet appareil.',
    },
    lastContact: (when) => `dernier contact ${when}`,
    options: 'Mes enregistrements et les règles',
  },
  signIn: {
    none: 'Vous n’êtes pas connecté. Les enregistrements désignent ce navigateur, pas vous.',
    managed:
      'Vos administrateurs ont indiqué qui utilise ce navigateur. Les enregistrements désignent cette personne par un pseudonyme.',
    off: 'Votre organisation ne propose pas de connexion pour les navigateurs.',
    why: 'Quand vous vous connectez, le serveur de votre organisation sait qui utilise ce navigateur et le garde scellé. Les enregistrements portent alors un pseudonyme, jamais votre nom.',
    begin: 'Se connecter',
    pending: 'Un onglet s’est ouvert. N’y continuez que s’il affiche ce code :',
    openAgain: 'Rouvrir l’onglet',
    cancel: 'Annuler',
    bound: (name) => `Vous êtes connecté en tant que ${name}.`,
    called: (ref, until) => `Jusqu’au ${until}, les enregistrements vous désignent par ${ref}.`,
    signOut: 'Se déconnecter',
    fault: {
      unreachable: 'Le serveur n’a pas répondu. Réessayez dans un instant.',
      too_many: 'Trop d’essais. Attendez quelques minutes.',
      not_offered: 'Votre organisation ne propose pas de connexion pour les navigateurs.',
      unauthorised: 'Ce navigateur n’est pas inscrit auprès de votre organisation.',
      expired: 'Personne ne s’est connecté tant que le code était valable. Recommencez.',
    },
  },
  options: {
    title: 'Ce que Sluice sait de vous',
    intro:
      'Sluice vérifie sur cet appareil ce que vous envoyez aux sites d’IA. Cette page montre tout ce qu’il a conservé à votre sujet. Ce qui est enregistré ne peut pas être modifié.',
    sections: {
      recorded: 'Ce qui est enregistré',
      records: 'Mes enregistrements',
      rules: 'Règles en vigueur',
      signIn: 'Connexion',
      enrolment: 'Ce navigateur',
    },
    recorded: {
      yes: 'Enregistré',
      no: 'Jamais enregistré',
      yesItems: [
        'Qui vous êtes, sous un pseudonyme, et avec quelle certitude le navigateur le sait',
        'Quand une vérification a eu lieu, sur quel site d’IA et avec quel type de compte',
        'Quels types d’informations ont été trouvés et combien, par exemple « 2 numéros de carte »',
        'Quelle règle a décidé, ce qu’elle a décidé et ce que vous avez choisi',
        'Le motif que vous avez choisi, si on vous l’a demandé',
        'L’état de Sluice lui-même : version, règles en vigueur, dernier contact avec le serveur',
      ],
      noItems: [
        'Le texte que vous écrivez et les réponses que vous recevez',
        'Les valeurs trouvées, ou ce qui permettrait de les déduire',
        'Vos notes à côté d’un motif',
        'Les sites qui ne sont pas des sites d’IA, et votre navigation',
      ],
    },
    records: {
      explain: 'Chaque entrée est montrée exactement telle qu’elle a été signée sur cet appareil, octet par octet.',
      empty: 'Rien n’a encore été enregistré.',
      entry: (seq) => `Enregistrement ${seq}`,
      range: (from, to, total) => `${from}–${to} sur ${total}`,
      newer: 'Plus récents',
      older: 'Plus anciens',
      states: {
        waiting: 'en attente sur cet appareil',
        sending: 'en cours de remise',
        shipped: 'remis',
        rejected: 'refusé par le serveur',
      },
    },
    rules: {
      empty: 'Aucune règle n’est encore arrivée. D’ici là, rien n’est envoyé aux sites d’IA.',
      summary: (id, version) => `Politique ${id}, version ${version}`,
      owner: 'Qui en répond',
      message: 'Ce qui est dit aux personnes',
      rationale: 'Pourquoi elle existe',
      action: {
        allow: 'laisse passer',
        warn: 'demande une relecture',
        justify: 'demande un motif',
        redact: 'propose de masquer',
        route: 'indique l’outil approuvé',
        approve: 'demande un accord',
        block: 'retient l’envoi',
      },
      mode: { enforce: 'appliquée', warn: 'avertit seulement', monitor: 'seulement comptée' },
      whole: 'La règle telle qu’elle est écrite',
      count: (n) => count(n, '# règle', '# règles'),
    },
    enrolment: {
      state: {
        enrolled: 'Ce navigateur est inscrit auprès de votre organisation.',
        pending: 'L’inscription n’est pas encore terminée.',
        failed: 'L’inscription a échoué. Les enregistrements attendent sur cet appareil.',
        revoked:
          'Votre organisation a exclu ce navigateur de son serveur. Les dernières règles reçues restent appliquées et les enregistrements attendent sur cet appareil. Si vous ne vous y attendiez pas, adressez-vous à la personne qui s’occupe de votre ordinateur.',
        standalone: 'Ce navigateur n’est relié à aucun serveur. Tout reste sur cet appareil.',
      },
      tenant: 'Organisation',
      endpoint: 'Serveur',
      device: 'Nom de ce navigateur dans les enregistrements (aléatoire)',
      kid: 'Clé qui signe ses enregistrements',
      subject: 'Vous, dans les enregistrements',
      assurance: 'D’où cela est connu',
      groups: 'Groupes que les règles peuvent nommer',
      error: 'Dernière erreur',
      unknown: 'non indiqué',
    },
  },
} satisfies PageMessages;
