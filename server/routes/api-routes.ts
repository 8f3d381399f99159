/** The routes that answer people in JSON, as they are defined: the types of the console's client come out of these. */
import { actRoutes } from './acts.ts';
import { certificateRoutes } from './certificates.ts';
import { connectorRoutes } from './connectors.ts';
import { decisionRoutes } from './decisions.ts';
import { deviceRoutes } from './devices.ts';
import { erasureRoutes } from './erasures.ts';
import { holdRoutes } from './holds.ts';
import { incidentRoutes } from './incidents.ts';
import { oidcRoutes } from './oidc.ts';
import { peopleRoutes } from './people.ts';
import { policyRoutes } from './policies.ts';
import { retentionRoutes } from './retention.ts';
import { revealRoutes } from './reveals.ts';
import { sessionRoutes } from './session.ts';
import { summaryRoutes } from './summary.ts';

export const apiRoutes = [
  ...actRoutes,
  ...certificateRoutes,
  ...connectorRoutes,
  ...decisionRoutes,
  ...deviceRoutes,
  ...erasureRoutes,
  ...holdRoutes,
  ...incidentRoutes,
  ...oidcRoutes,
  ...peopleRoutes,
  ...policyRoutes,
  ...retentionRoutes,
  ...revealRoutes,
  ...sessionRoutes,
  ...summaryRoutes,
] as const;
