/** Every page and its address. Filters live in the address as plain parameters, so that a view can be shared. */
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { decisionSearch } from './data/decision-filter.ts';
import { deviceSearch } from './data/device-filter.ts';
import { incidentSearch } from './data/incident-filter.ts';
import { useText } from './language/language-context.ts';
import { AccountPage } from './pages/account.tsx';
import { ConnectorsPage } from './pages/connectors.tsx';
import { DecisionPage } from './pages/decision.tsx';
import { DecisionsPage } from './pages/decisions.tsx';
import { DevicePage } from './pages/device.tsx';
import { DevicesPage } from './pages/devices.tsx';
import { EvidencePage } from './pages/evidence.tsx';
import { IncidentPage } from './pages/incident.tsx';
import { IncidentsPage } from './pages/incidents.tsx';
import { OverviewPage } from './pages/overview.tsx';
import { PeoplePage } from './pages/people.tsx';
import { PoliciesPage } from './pages/policies.tsx';
import { PrivacyPage } from './pages/privacy.tsx';
import { Gate } from './parts/gate.tsx';
import { Crashed, Empty } from './parts/page.tsx';
import { Shell } from './parts/shell.tsx';

const root = createRootRoute({
  component: () => <Gate>{(session) => <Shell session={session} />}</Gate>,
  notFoundComponent: () => <Empty title={useText().text.fault.missing} />,
});
const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage });
const decisions = createRoute({
  getParentRoute: () => root,
  path: '/decisions',
  validateSearch: (search) => decisionSearch.parse(search),
  component: DecisionsPage,
});
const decision = createRoute({ getParentRoute: () => root, path: '/decisions/$id', component: DecisionPage });
const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: (search) => incidentSearch.parse(search),
  component: IncidentsPage,
});
const incident = createRoute({ getParentRoute: () => root, path: '/incidents/$id', component: IncidentPage });
const evidence = createRoute({ getParentRoute: () => root, path: '/evidence', component: EvidencePage });
const people = createRoute({ getParentRoute: () => root, path: '/people', component: PeoplePage });
const privacy = createRoute({ getParentRoute: () => root, path: '/privacy', component: PrivacyPage });
const policies = createRoute({ getParentRoute: () => root, path: '/policy', component: PoliciesPage });
const devices = createRoute({
  getParentRoute: () => root,
  path: '/devices',
  validateSearch: (search) => deviceSearch.parse(search),
  component: DevicesPage,
});
const device = createRoute({ getParentRoute: () => root, path: '/devices/$id', component: DevicePage });
const connectors = createRoute({ getParentRoute: () => root, path: '/connectors', component: ConnectorsPage });
const account = createRoute({ getParentRoute: () => root, path: '/account', component: AccountPage });

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    decisions,
    decision,
    incidents,
    incident,
    evidence,
    policies,
    privacy,
    people,
    devices,
    device,
    connectors,
    account,
  ]),
  basepath: '/console',
  scrollRestoration: true,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const set = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
  },
  defaultErrorComponent: ({ reset }) => <Crashed reset={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
