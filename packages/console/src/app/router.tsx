import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { useSession } from '../api/access.ts';
import { NothingHere } from './nothing-here.tsx';
import { placesFor } from './places.ts';
import { auditSearch, importListSearch, importSearch } from './search.ts';
import { Frame } from './shell/frame.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NothingHere });

const home = createRoute({ getParentRoute: () => root, path: '/', component: FirstPlace });

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  staticData: { action: 'screening.check' },
  component: lazyRouteComponent(() => import('../features/screening/index.ts'), 'DeskPage'),
});

const lists = createRoute({
  getParentRoute: () => root,
  path: '/lists',
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'ListsPage'),
});

const importList = createRoute({
  getParentRoute: () => root,
  path: '/lists/import',
  staticData: { action: 'alerts.import-list' },
  validateSearch: importListSearch,
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'ImportListPage'),
});

const importReport = createRoute({
  getParentRoute: () => root,
  path: '/lists/imports/$id',
  staticData: { action: 'alerts.read-import' },
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'ImportPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  staticData: { action: 'audit.search' },
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../features/audit/index.ts'), 'AuditPage'),
});

const record = createRoute({
  getParentRoute: () => root,
  path: '/audit/$id',
  staticData: { action: 'audit.search' },
  component: lazyRouteComponent(() => import('../features/audit/index.ts'), 'RecordPage'),
});

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/sessions',
  component: lazyRouteComponent(() => import('../features/access/pages.ts'), 'SessionsPage'),
});

function FirstPlace() {
  const first = placesFor(useSession().actions)[0];
  return first ? <Navigate to={first.path} replace /> : <NothingHere />;
}

export const router = createRouter({
  routeTree: root.addChildren([home, desk, lists, importList, importReport, audit, record, sessions]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** Set for pages with personal data: the action they are opened for, which needs a purpose. */
    action?: string;
  }
}
