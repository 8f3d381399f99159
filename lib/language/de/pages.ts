import type { PageMessages } from '../en/pages.ts';
import { counting } from '../language.ts';

const count = counting('de');

export const pages = {
  loading: 'Wird geladen…',
  failed: 'Sluice hat nicht geantwortet. Vielleicht startet es noch.',
  retry: 'Erneut versuchen',
  action: {
    allow: 'Durchgelassen',
    warn: 'Um einen zweiten Blick gebeten',
    justify: 'Um eine Begründung gebeten',
    redact: 'Schwärzung angeboten',
    route: 'Freigegebenes Werkzeug genannt',
    approve: 'Freigabe nötig',
    block: 'Angehalten',
  },
  choice: {
    redact: 'Sie haben es geschwärzt gesendet',
    proceed: 'Sie haben es unverändert gesendet',
    justify: 'Sie haben es mit Begründung gesendet',
    edit: 'Sie haben den Text bearbeitet',
    cancel: 'Sie haben es nicht gesendet',
  },
  freshness: {
    fresh: 'aktuell',
    stale: 'länger nicht bestätigt',
    expired: 'abgelaufen, gilt weiter',
    none: 'noch keine',
  },
  source: {
    managed: 'von Ihrer Administration gesetzt',
    endpoint: 'vom Server Ihrer Organisation',
    bundled: 'eingebaut',
  },
  coverage: {
    full: 'Geschützt',
    partial: 'Teilweise geschützt',
    none: 'Nicht geschützt',
    ungoverned: 'Nicht überwacht',
  },
  popup: {
    coverageExplained: {
      full: (app) => `Alles, was dieser Tab an ${app} sendet, wird vorher auf diesem Gerät geprüft.`,
      no_gate: (app) =>
        `Was Sie an ${app} senden, wird in der Seite geprüft. Die Sperre im Browser selbst schaut nur zu, weil Sluice nicht von Ihrer Organisation installiert wurde: Was an der Seite vorbeigeht, wird vermerkt, nicht angehalten.`,
      no_hook: (app) =>
        `Dieser Tab war schon offen, bevor Sluice sich einschalten konnte. Was die Regeln nicht erlauben, weist der Browser zurück, ohne Sie zu fragen. Laden Sie den Tab neu, damit Sie bei ${app} wieder gefragt werden.`,
      unguarded: (app) =>
        `In einem Teil dieser Seite fehlt Sluice oder hat nicht geantwortet. Was er an ${app} senden wollte, wurde zurückgewiesen, ohne Sie zu fragen. Laden Sie den Tab neu, damit Sie wieder gefragt werden. Kopieren Sie einen langen Text vorher.`,
      unheld: (app) =>
        `Dieser Tab war offen, bevor Sluice startete; hier wird nichts angehalten. Laden Sie ihn neu, bevor Sie ${app} benutzen.`,
      forbidden: (app) =>
        `Der Browser hält Sluice von ${app} fern. Was Sie dorthin senden, wird weder geprüft noch angehalten. Ihre Administration kann es erlauben.`,
      ungoverned: 'Auf dieser Website liest und speichert Sluice nichts.',
    },
    reload: 'Tab neu laden',
    health: {
      ok: (app) => `Eingaben an ${app} werden wie erwartet gelesen.`,
      degraded: (app) =>
        `${app} hat sich verändert: Die letzte Eingabe wurde nicht ganz wie erwartet gelesen. Geprüft wird alles, angehalten womöglich mehr als nötig.`,
      unknown_shape: (app) =>
        `Sluice kennt die Aufrufe von ${app} nicht. Jeder Text darin wird geprüft, angehalten womöglich mehr als nötig.`,
    },
    account: {
      personal: 'Sie sind mit einem privaten Konto angemeldet.',
      corporate: 'Sie sind mit einem Konto Ihrer Organisation angemeldet.',
      anonymous: 'Sie sind nicht angemeldet.',
    },
    noPrivateWindows: 'In privaten Fenstern darf Sluice nicht arbeiten. Dort wird nichts geprüft.',
    decisions: 'In diesem Tab',
    noDecisions: 'In diesem Tab wurde noch nichts geprüft.',
    nothingFound: 'nichts gefunden',
    policy: 'Geltende Regeln',
    noPolicy: 'Es sind noch keine Regeln angekommen. Bis dahin wird nichts an KI-Dienste gesendet.',
    policyLine: (id, version) => `${id}, Version ${version}`,
    records: 'Protokoll',
    waiting: (n) => count(n, '# wartet auf Zustellung', '# warten auf Zustellung'),
    shipped: (n) => count(n, '# zugestellt', '# zugestellt'),
    rejected: (n) => count(n, '# vom Server abgelehnt', '# vom Server abgelehnt'),
    endpoint: {
      reachable: 'Server erreichbar',
      unreachable: 'Server nicht erreichbar. Einträge warten auf diesem Gerät.',
      revoked:
        'Ihre Organisation hat diesen Browser von ihrem Server ausgeschlossen. Die Regeln gelten weiter, Einträge bleiben auf diesem Gerät.',
      certificate_expired:
        'Das Zertifikat dieses Browsers ist abgelaufen. Er meldet sich selbst neu an; bis dahin warten Einträge auf diesem Gerät.',
      certificate_revoked:
        'Ihre Organisation hat das Zertifikat dieses Browsers widerrufen. Die Regeln gelten weiter; Einträge warten auf diesem Gerät, bis die Administration ihn wieder zulässt.',
      certificate_other_key:
        'Der Server kennt diesen Browser unter einem anderen Schlüssel. Der Browser fordert sein eigenes Zertifikat an; bis dahin warten Einträge auf diesem Gerät.',
      never_tried: 'Server noch nicht angesprochen',
      not_configured: 'Kein Server eingerichtet. Einträge bleiben auf diesem Gerät.',
    },
    lastContact: (when) => `letzter Kontakt ${when}`,
    options: 'Meine Einträge und die Regeln',
  },
  signIn: {
    none: 'Sie sind nicht angemeldet. Einträge nennen diesen Browser, nicht Sie.',
    managed:
      'Ihre Administration hat angegeben, wer diesen Browser benutzt. Einträge nennen diese Person bei einem Pseudonym.',
    off: 'Ihre Organisation bietet für Browser keine Anmeldung an.',
    why: 'Wenn Sie sich anmelden, weiß der Server Ihrer Organisation, wer diesen Browser benutzt, und bewahrt das versiegelt auf. Einträge tragen dann ein Pseudonym, nie Ihren Namen.',
    begin: 'Anmelden',
    pending: 'Ein Tab wurde geöffnet. Machen Sie dort nur weiter, wenn er diesen Code zeigt:',
    openAgain: 'Tab noch einmal öffnen',
    cancel: 'Abbrechen',
    bound: (name) => `Sie sind als ${name} angemeldet.`,
    called: (ref, until) => `Bis ${until} nennen Einträge Sie ${ref}.`,
    signOut: 'Abmelden',
    fault: {
      unreachable: 'Der Server hat nicht geantwortet. Versuchen Sie es gleich noch einmal.',
      too_many: 'Das wurde zu oft versucht. Warten Sie einige Minuten.',
      not_offered: 'Ihre Organisation bietet für Browser keine Anmeldung an.',
      unauthorised: 'Dieser Browser ist nicht bei Ihrer Organisation registriert.',
      expired: 'Solange der Code galt, hat sich niemand angemeldet. Beginnen Sie von vorn.',
    },
  },
  options: {
    title: 'Was Sluice über Sie weiß',
    intro:
      'Sluice prüft auf diesem Gerät, was Sie an KI-Dienste senden. Diese Seite zeigt alles, was dabei über Sie gespeichert wurde. Was gespeichert wurde, lässt sich nicht ändern.',
    sections: {
      recorded: 'Was gespeichert wird',
      records: 'Meine Einträge',
      rules: 'Geltende Regeln',
      signIn: 'Anmeldung',
      enrolment: 'Dieser Browser',
    },
    recorded: {
      yes: 'Gespeichert wird',
      no: 'Nie gespeichert wird',
      yesItems: [
        'Wer Sie sind, unter einem Pseudonym, und wie sicher der Browser dessen ist',
        'Wann eine Prüfung stattfand, bei welchem KI-Dienst und mit welcher Art von Konto',
        'Welche Arten von Angaben gefunden wurden und wie viele, zum Beispiel „2 Kreditkartennummern“',
        'Welche Regel entschied, wie sie entschied und was Sie gewählt haben',
        'Die Begründung, die Sie gewählt haben, falls Sie danach gefragt wurden',
        'Der Zustand von Sluice selbst: Version, geltende Regeln, letzter Kontakt zum Server',
      ],
      noItems: [
        'Der Text, den Sie schreiben, und die Antworten, die Sie bekommen',
        'Die gefundenen Werte oder etwas, woraus sie sich erschließen ließen',
        'Ihre Notizen zu einer Begründung',
        'Websites, die keine KI-Dienste sind, und wo Sie surfen',
      ],
    },
    records: {
      explain: 'Jeder Eintrag steht hier genau so, wie er auf diesem Gerät signiert wurde, Byte für Byte.',
      empty: 'Es wurde noch nichts gespeichert.',
      entry: (seq) => `Eintrag ${seq}`,
      range: (from, to, total) => `${from}–${to} von ${total}`,
      newer: 'Neuere',
      older: 'Ältere',
      states: {
        waiting: 'wartet auf diesem Gerät',
        sending: 'wird zugestellt',
        shipped: 'zugestellt',
        rejected: 'vom Server abgelehnt',
      },
    },
    rules: {
      empty: 'Es sind noch keine Regeln angekommen. Bis dahin wird nichts an KI-Dienste gesendet.',
      summary: (id, version) => `Richtlinie ${id}, Version ${version}`,
      owner: 'Wer sie verantwortet',
      message: 'Was den Menschen gesagt wird',
      rationale: 'Warum es sie gibt',
      action: {
        allow: 'lässt es durch',
        warn: 'bittet um einen zweiten Blick',
        justify: 'fragt nach einer Begründung',
        redact: 'bietet Schwärzung an',
        route: 'nennt das freigegebene Werkzeug',
        approve: 'verlangt eine Freigabe',
        block: 'hält es an',
      },
      mode: { enforce: 'wird durchgesetzt', warn: 'warnt nur', monitor: 'wird nur gezählt' },
      whole: 'Die Regel im Wortlaut',
      count: (n) => count(n, '# Regel', '# Regeln'),
    },
    enrolment: {
      state: {
        enrolled: 'Dieser Browser ist bei Ihrer Organisation angemeldet.',
        pending: 'Die Anmeldung ist noch nicht abgeschlossen.',
        failed: 'Die Anmeldung ist fehlgeschlagen. Einträge warten auf diesem Gerät.',
        revoked:
          'Ihre Organisation hat diesen Browser von ihrem Server ausgeschlossen. Die zuletzt erhaltenen Regeln gelten weiter, und Einträge warten auf diesem Gerät. Wenn Sie das nicht erwartet haben, fragen Sie, wer Ihren Rechner betreut.',
        standalone: 'Dieser Browser ist mit keinem Server verbunden. Alles bleibt auf diesem Gerät.',
      },
      tenant: 'Organisation',
      endpoint: 'Server',
      device: 'Name dieses Browsers in Einträgen (zufällig)',
      kid: 'Schlüssel, der seine Einträge signiert',
      subject: 'Sie, in Einträgen',
      assurance: 'Woher das bekannt ist',
      groups: 'Gruppen, die Regeln nennen dürfen',
      error: 'Letzter Fehler',
      unknown: 'keine Angabe',
    },
  },
} satisfies PageMessages;
