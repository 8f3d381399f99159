import type { files as english } from '../en/files.ts';
import { counting } from '../language.ts';

const count = counting('de');

export const files: typeof english = {
  checking: (n) => (n > 1 ? count(n, '# Datei wird geprüft', '# Dateien werden geprüft') : 'Die Datei wird geprüft'),
  notSent: 'Es wurde noch nichts gesendet.',
  stop: 'Abbrechen',
  next: {
    block: 'Die Datei bleibt auf Ihrem Gerät. Ändern Sie sie und wählen Sie sie erneut aus.',
    redact: 'Sie können sofort weitermachen: Die Datei wird mit Platzhaltern anstelle der Fundstellen gesendet.',
  },
  sendSanitised: 'Bereinigte Datei senden',
  unreadable: (n) => count(n, 'Nicht prüfbar: # Element', 'Nicht prüfbar: # Elemente'),
  unnamed: 'Datei ohne Namen',
  unwritable: (names) =>
    `${names} kann hier nicht geändert werden. Entfernen Sie die Werte im ursprünglichen Programm oder fügen Sie den benötigten Text ein.`,
  reasons: {
    image: 'ein Bild; Text darin ist hier nicht lesbar',
    audio: 'eine Tonaufnahme; sie ist hier nicht lesbar',
    video: 'ein Film; er ist hier nicht lesbar',
    encrypted: 'mit einem Passwort geschützt; heben Sie den Schutz auf und wählen Sie die Datei erneut aus',
    oversized: 'zu groß zum Prüfen; teilen Sie die Datei oder senden Sie nur den nötigen Teil',
    damaged: 'beschädigt; öffnen und speichern Sie die Datei erneut',
    unsupported: 'in einem hier nicht lesbaren Format; speichern Sie die Datei als PDF, DOCX oder Text',
    executable: 'ein Programm oder Makro; es ist nicht prüfbar',
    archive: 'ein Archiv in einem Archiv; entpacken Sie es zuerst',
    unread: 'nicht geprüft, weil das Prüfen misslang oder abgebrochen wurde; versuchen Sie es erneut',
    other: 'hier nicht lesbar; senden Sie den Inhalt als Text oder in einem anderen Format',
  },
};
