/** Every route that answers people in JSON, as it is defined: the types of the console's client come out of these. */
import { connectorRoutes } from './connectors.ts';
import { decisionRoutes } from './decisions.ts';
import { deviceRoutes } from './devices.ts';
import { incidentRoutes } from './incidents.ts';
import { oidcRoutes } from './oidc.ts';
import { peopleRoutes } from './people.ts';
import { sessionRoutes } from './session.ts';
import { summaryRoutes } from './summary.ts';

export const apiRoutes = [
  ...connectorRoutes,
  ...decisionRoutes,
  ...deviceRoutes,
  ...incidentRoutes,
  ...oidcRoutes,
  ...peopleRoutes,
  ...sessionRoutes,
  ...summaryRoutes,
] as const;
