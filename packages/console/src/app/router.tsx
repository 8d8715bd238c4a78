import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { useSession } from '../api/access.ts';
import { NothingHere } from './nothing-here.tsx';
import { placesFor } from './places.ts';
import {
  alertsSearch,
  auditSearch,
  casesSearch,
  followUpsSearch,
  importListSearch,
  importSearch,
  issueSearch,
  noticeSearch,
  officersSearch,
  ownTrailSearch,
} from './search.ts';
import { Frame } from './shell/frame.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NothingHere });

const home = createRoute({ getParentRoute: () => root, path: '/', component: FirstPlace });

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  staticData: { action: 'screening.check' },
  component: lazyRouteComponent(() => import('../features/screening/index.ts'), 'DeskPage'),
});

const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  staticData: { action: 'alerts.search' },
  validateSearch: alertsSearch,
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'AlertsPage'),
});

const newAlert = createRoute({
  getParentRoute: () => root,
  path: '/alerts/new',
  staticData: { action: 'alerts.draft' },
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'NewAlertPage'),
});

const alertFigures = createRoute({
  getParentRoute: () => root,
  path: '/alerts/figures',
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'FiguresPage'),
});

const alert = createRoute({
  getParentRoute: () => root,
  path: '/alerts/$id',
  staticData: { action: 'alerts.read' },
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'AlertPage'),
});

const editAlert = createRoute({
  getParentRoute: () => root,
  path: '/alerts/$id/edit',
  staticData: { action: 'alerts.draft' },
  validateSearch: issueSearch,
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'EditAlertPage'),
});

const reviewAlert = createRoute({
  getParentRoute: () => root,
  path: '/alerts/$id/review',
  staticData: { action: 'alerts.review' },
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'ReviewPage'),
});

const passengerLists = createRoute({
  getParentRoute: () => root,
  path: '/passenger-lists',
  staticData: { action: 'screening.check-list' },
  component: lazyRouteComponent(() => import('../features/screening/passengers/index.ts'), 'PassengerListsPage'),
});

const passengerList = createRoute({
  getParentRoute: () => root,
  path: '/passenger-lists/$id',
  staticData: { action: 'screening.check-list' },
  component: lazyRouteComponent(() => import('../features/screening/passengers/index.ts'), 'PassengerListPage'),
});

const secondLine = createRoute({
  getParentRoute: () => root,
  path: '/second-line',
  staticData: { action: 'screening.second-line' },
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('../features/screening/pages.ts'), 'SecondLinePage'),
});

const secondLineCase = createRoute({
  getParentRoute: () => root,
  path: '/second-line/$id',
  staticData: { action: 'screening.second-line' },
  component: lazyRouteComponent(() => import('../features/screening/pages.ts'), 'SecondLineCasePage'),
});

const notice = createRoute({
  getParentRoute: () => root,
  path: '/second-line/$id/notice',
  staticData: { action: 'screening.second-line' },
  validateSearch: noticeSearch,
  component: lazyRouteComponent(() => import('../features/screening/pages.ts'), 'NoticePage'),
});

const followUps = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  staticData: { action: 'cases.read' },
  validateSearch: followUpsSearch,
  component: lazyRouteComponent(() => import('../features/cases/index.ts'), 'FollowUpsPage'),
});

const followUp = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  staticData: { action: 'cases.read' },
  component: lazyRouteComponent(() => import('../features/cases/index.ts'), 'FollowUpPage'),
});

const inquiry = createRoute({
  getParentRoute: () => root,
  path: '/inquiries/$id',
  staticData: { action: 'cases.read' },
  component: lazyRouteComponent(() => import('../features/cases/index.ts'), 'InquiryPage'),
});

const asks = createRoute({
  getParentRoute: () => root,
  path: '/asks',
  staticData: { action: 'exchange.ask' },
  component: lazyRouteComponent(() => import('../features/exchange/pages.ts'), 'AsksPage'),
});

const shift = createRoute({
  getParentRoute: () => root,
  path: '/shift',
  staticData: { action: 'screening.hand-over' },
  component: lazyRouteComponent(() => import('../features/screening/pages.ts'), 'ShiftPage'),
});

const searches = createRoute({
  getParentRoute: () => root,
  path: '/searches',
  staticData: { action: 'screening.view-figures' },
  component: lazyRouteComponent(() => import('../features/screening/pages.ts'), 'SearchesPage'),
});

const nodes = createRoute({
  getParentRoute: () => root,
  path: '/nodes',
  component: lazyRouteComponent(() => import('../features/exchange/pages.ts'), 'NodesPage'),
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

const listEntries = createRoute({
  getParentRoute: () => root,
  path: '/lists/entries',
  staticData: { action: 'alerts.read-entry' },
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'EntriesPage'),
});

const listEntry = createRoute({
  getParentRoute: () => root,
  path: '/lists/$list/entries/$ref',
  staticData: { action: 'alerts.read-entry' },
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'EntryPage'),
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

const officers = createRoute({
  getParentRoute: () => root,
  path: '/officers',
  validateSearch: officersSearch,
  component: lazyRouteComponent(() => import('../features/access/pages.ts'), 'OfficersPage'),
});

const officer = createRoute({
  getParentRoute: () => root,
  path: '/officers/$id',
  component: lazyRouteComponent(() => import('../features/access/pages.ts'), 'OfficerPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  validateSearch: ownTrailSearch,
  component: lazyRouteComponent(() => import('./account.tsx'), 'Account'),
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
  routeTree: root.addChildren([
    home,
    desk,
    alerts,
    newAlert,
    alertFigures,
    alert,
    editAlert,
    reviewAlert,
    passengerLists,
    passengerList,
    secondLine,
    secondLineCase,
    notice,
    followUps,
    followUp,
    inquiry,
    asks,
    shift,
    searches,
    nodes,
    lists,
    importList,
    importReport,
    listEntries,
    listEntry,
    audit,
    record,
    officers,
    officer,
    account,
    sessions,
  ]),
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
