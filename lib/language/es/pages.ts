import type { PageMessages } from '../en/pages.ts';
import { counting } from '../language.ts';

const count = counting('es');

export const pages = {
  loading: 'Cargando…',
  failed: 'Sluice no ha respondido. Puede que aún se esté iniciando.',
  retry: 'Reintentar',
  action: {
    allow: 'Permitido',
    warn: 'Se pidió revisar',
    justify: 'Se pidió un motivo',
    redact: 'Se ofreció ocultar datos',
    route: 'Se indicó la herramienta aprobada',
    approve: 'Requiere aprobación',
    block: 'Detenido',
  },
  choice: {
    redact: 'lo envió con datos ocultos',
    proceed: 'lo envió tal como estaba',
    justify: 'lo envió con un motivo',
    edit: 'volvió a editarlo',
    cancel: 'no lo envió',
  },
  freshness: {
    fresh: 'al día',
    stale: 'sin confirmar últimamente',
    expired: 'caducadas, siguen aplicándose',
    none: 'ninguna todavía',
  },
  source: {
    managed: 'fijadas por su administrador',
    endpoint: 'del servidor de su organización',
    bundled: 'incorporadas',
  },
  coverage: {
    full: 'Protegido',
    partial: 'Protegido en parte',
    none: 'Sin protección',
    ungoverned: 'Sin vigilancia',
  },
  popup: {
    coverageExplained: {
      full: (app) => `Todo lo que esta pestaña envía a ${app} se comprueba antes en este dispositivo.`,
      no_gate: (app) =>
        `Lo que envía a ${app} se comprueba en la página. El control del propio navegador solo observa, porque Sluice no fue instalado por su organización: lo que escapa a la página se anota, no se retiene.`,
      no_hook: (app) =>
        `Esta pestaña estaba abierta antes de que Sluice pudiera unirse a ella. El navegador rechaza lo que las reglas no permiten, sin preguntarle. Recárguela para que se le vuelva a preguntar en ${app}.`,
      unguarded: (app) =>
        `En una parte de esta página Sluice falta o no ha respondido. Lo que quiso enviar a ${app} se rechazó sin preguntarle. Recargue la pestaña para que se le vuelva a preguntar. Copie antes su texto si es largo.`,
      unheld: (app) =>
        `Esta pestaña estaba abierta antes de iniciarse Sluice y aquí no se retiene nada. Recárguela antes de usar ${app}.`,
      forbidden: (app) =>
        `El navegador mantiene a Sluice fuera de ${app}. Nada de lo que envía allí se comprueba ni se retiene. Sus administradores pueden permitirlo.`,
      ungoverned: 'En este sitio Sluice no lee ni registra nada.',
    },
    reload: 'Recargar la pestaña',
    health: {
      ok: (app) => `Lo que pide a ${app} se lee como se espera.`,
      degraded: (app) =>
        `${app} ha cambiado: la última petición no se leyó del todo como se esperaba. Todo se comprueba; puede retenerse más de lo necesario.`,
      unknown_shape: (app) =>
        `Sluice no conoce las llamadas de ${app}. Cada texto se comprueba; puede retenerse más de lo necesario.`,
    },
    account: {
      personal: 'Ha iniciado sesión con una cuenta personal.',
      corporate: 'Ha iniciado sesión con una cuenta de su organización.',
      anonymous: 'No ha iniciado sesión.',
    },
    noPrivateWindows: 'Sluice no tiene permiso en las ventanas privadas. Allí no se comprueba nada.',
    decisions: 'En esta pestaña',
    noDecisions: 'Aún no se ha comprobado nada en esta pestaña.',
    nothingFound: 'nada encontrado',
    policy: 'Reglas vigentes',
    noPolicy: 'Aún no ha llegado ninguna regla. Hasta entonces no se envía nada a sitios de IA.',
    policyLine: (id, version) => `${id}, versión ${version}`,
    records: 'Registros',
    waiting: (n) => count(n, '# pendiente de entrega', '# pendientes de entrega'),
    shipped: (n) => count(n, '# entregado', '# entregados'),
    rejected: (n) => count(n, '# rechazado por el servidor', '# rechazados por el servidor'),
    endpoint: {
      reachable: 'Servidor accesible',
      unreachable: 'Servidor no accesible. Los registros esperan en este dispositivo.',
      revoked:
        'Su organización ha excluido este navegador de su servidor. Las reglas siguen aplicándose; los registros se quedan en este dispositivo.',
      certificate_expired:
        'El certificado de este navegador ha caducado. Vuelve a inscribirse por sí solo; hasta entonces, los registros esperan en este dispositivo.',
      certificate_revoked:
        'Su organización ha revocado el certificado de este navegador. Las reglas siguen aplicándose; los registros esperan en este dispositivo hasta que la administración lo admita de nuevo.',
      certificate_other_key:
        'El servidor conoce este navegador por otra clave. El navegador pide su propio certificado; hasta entonces, los registros esperan en este dispositivo.',
      never_tried: 'Servidor aún no contactado',
      not_configured: 'Sin servidor configurado. Los registros se quedan en este dispositivo.',
    },
    lastContact: (when) => `último contacto ${when}`,
    options: 'Mis registros y las reglas',
  },
  signIn: {
    none: 'No ha iniciado sesión. Los registros nombran este navegador, no a usted.',
    managed:
      'Sus administradores han indicado quién usa este navegador. Los registros llaman a esa persona por un seudónimo.',
    off: 'Su organización no ofrece inicio de sesión para navegadores.',
    why: 'Cuando inicia sesión, el servidor de su organización sabe quién usa este navegador y lo guarda sellado. Los registros llevan entonces un seudónimo, nunca su nombre.',
    begin: 'Iniciar sesión',
    pending: 'Se ha abierto una pestaña. Continúe allí solo si muestra este código:',
    openAgain: 'Abrir la pestaña de nuevo',
    cancel: 'Cancelar',
    bound: (name) => `Ha iniciado sesión como ${name}.`,
    called: (ref, until) => `Hasta el ${until}, los registros le llaman ${ref}.`,
    signOut: 'Cerrar sesión',
    fault: {
      unreachable: 'El servidor no ha respondido. Inténtelo de nuevo en un momento.',
      too_many: 'Demasiados intentos. Espere unos minutos.',
      not_offered: 'Su organización no ofrece inicio de sesión para navegadores.',
      unauthorised: 'Este navegador no está inscrito en su organización.',
      expired: 'Nadie inició sesión mientras el código era válido. Empiece de nuevo.',
    },
  },
  options: {
    title: 'Lo que Sluice sabe de usted',
    intro:
      'Sluice comprueba en este dispositivo lo que envía a sitios de IA. Esta página muestra todo lo que ha guardado sobre usted. Lo registrado no se puede cambiar.',
    sections: {
      recorded: 'Qué se registra',
      records: 'Mis registros',
      rules: 'Reglas vigentes',
      signIn: 'Inicio de sesión',
      enrolment: 'Este navegador',
    },
    recorded: {
      yes: 'Se registra',
      no: 'Nunca se registra',
      yesItems: [
        'Quién es usted, con un seudónimo, y con qué certeza lo sabe el navegador',
        'Cuándo hubo una comprobación, en qué sitio de IA y con qué tipo de cuenta',
        'Qué tipos de información se encontraron y cuántos, por ejemplo «2 números de tarjeta»',
        'Qué regla decidió, qué decidió y qué eligió usted',
        'El motivo que eligió, si se le pidió uno',
        'El estado del propio Sluice: versión, reglas vigentes, último contacto con el servidor',
      ],
      noItems: [
        'El texto que escribe y las respuestas que recibe',
        'Los valores encontrados, ni nada de lo que pudieran deducirse',
        'Sus notas junto a un motivo',
        'Los sitios que no son de IA, ni por dónde navega',
      ],
    },
    records: {
      explain: 'Cada entrada se muestra exactamente como se firmó en este dispositivo, byte por byte.',
      empty: 'Aún no se ha registrado nada.',
      entry: (seq) => `Registro ${seq}`,
      range: (from, to, total) => `${from}–${to} de ${total}`,
      newer: 'Más recientes',
      older: 'Más antiguos',
      states: {
        waiting: 'espera en este dispositivo',
        sending: 'en entrega',
        shipped: 'entregado',
        rejected: 'rechazado por el servidor',
      },
    },
    rules: {
      empty: 'Aún no ha llegado ninguna regla. Hasta entonces no se envía nada a sitios de IA.',
      summary: (id, version) => `Política ${id}, versión ${version}`,
      owner: 'Quién responde de ella',
      message: 'Qué se dice a las personas',
      rationale: 'Por qué existe',
      action: {
        allow: 'lo deja pasar',
        warn: 'pide revisarlo',
        justify: 'pide un motivo',
        redact: 'ofrece ocultar datos',
        route: 'indica la herramienta aprobada',
        approve: 'pide una aprobación',
        block: 'lo detiene',
      },
      mode: { enforce: 'se aplica', warn: 'solo avisa', monitor: 'solo se cuenta' },
      whole: 'La regla tal como está escrita',
      count: (n) => count(n, '# regla', '# reglas'),
    },
    enrolment: {
      state: {
        enrolled: 'Este navegador está inscrito en su organización.',
        pending: 'La inscripción aún no ha terminado.',
        failed: 'La inscripción falló. Los registros esperan en este dispositivo.',
        revoked:
          'Su organización ha excluido este navegador de su servidor. Las últimas reglas recibidas siguen aplicándose y los registros esperan en este dispositivo. Si no lo esperaba, pregunte a quien se encarga de su equipo.',
        standalone: 'Este navegador no está conectado a ningún servidor. Todo se queda en este dispositivo.',
      },
      tenant: 'Organización',
      endpoint: 'Servidor',
      device: 'Nombre de este navegador en los registros (aleatorio)',
      kid: 'Clave que firma sus registros',
      subject: 'Usted, en los registros',
      assurance: 'Cómo se sabe',
      groups: 'Grupos que las reglas pueden nombrar',
      error: 'Último error',
      unknown: 'sin indicar',
    },
  },
} satisfies PageMessages;
