/** The words of the notice of last resort: they stand in every governed page, so they are few. */
import type { Language } from './language.ts';

export const plainWords: Record<Language, { text: string; reload: string }> = {
  en: { text: 'Sluice was updated or stopped. Nothing has been sent. Reload this tab to go on.', reload: 'Reload' },
  de: {
    text: 'Sluice wurde aktualisiert oder beendet. Es wurde nichts gesendet. Laden Sie diesen Tab neu.',
    reload: 'Neu laden',
  },
  fr: {
    text: 'Sluice a été mis à jour ou arrêté. Rien n’a été envoyé. Rechargez cet onglet pour continuer.',
    reload: 'Recharger',
  },
  es: {
    text: 'Sluice se ha actualizado o detenido. No se ha enviado nada. Vuelva a cargar esta pestaña para continuar.',
    reload: 'Volver a cargar',
  },
};
