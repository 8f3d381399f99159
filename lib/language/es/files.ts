import type { files as english } from '../en/files.ts';
import { counting } from '../language.ts';

const count = counting('es');

export const files: typeof english = {
  checking: (n) => (n > 1 ? count(n, 'Comprobando # archivo', 'Comprobando # archivos') : 'Comprobando el archivo'),
  notSent: 'Todavía no se ha enviado nada.',
  stop: 'Detener',
  next: {
    block: 'El archivo se queda en su dispositivo. Modifíquelo y vuelva a elegirlo.',
    redact: 'Puede continuar enseguida: el archivo se envía con marcadores en lugar de lo encontrado.',
  },
  sendSanitised: 'Enviar archivo depurado',
  unreadable: (n) => count(n, 'No se puede comprobar: # elemento', 'No se pueden comprobar: # elementos'),
  unnamed: 'archivo sin nombre',
  unwritable: (names) =>
    `${names} no se puede modificar aquí. Quite los valores en el programa de origen o pegue el texto que necesite.`,
  reasons: {
    image: 'una imagen; el texto que contiene no se puede leer aquí',
    audio: 'una grabación de sonido; no se puede leer aquí',
    video: 'una película; no se puede leer aquí',
    encrypted: 'protegido con contraseña; quite la protección y vuelva a elegirlo',
    oversized: 'demasiado grande para comprobarlo; divídalo o envíe solo la parte necesaria',
    damaged: 'dañado; ábralo y guárdelo de nuevo',
    unsupported: 'de un formato que no se puede leer aquí; guárdelo como PDF, DOCX o texto',
    executable: 'un programa o una macro; no se puede comprobar',
    archive: 'un archivo comprimido dentro de otro; descomprímalo primero',
    unread: 'sin comprobar, porque la comprobación falló o se detuvo; inténtelo de nuevo',
    other: 'no se puede leer aquí; envíe el contenido como texto o en otro formato',
  },
};
