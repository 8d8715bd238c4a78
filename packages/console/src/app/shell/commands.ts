import type { useNavigate } from '@tanstack/react-router';
import { type IntlShape, useIntl } from 'react-intl';
import { useSession } from '../../api/access.ts';
import { languageOf } from '../../ui/translated.ts';
import { paint, rows, scheme, setRows } from '../appearance.ts';
import { LANGUAGES, speak } from '../language.ts';
import { purposeOpen } from '../palette-state.ts';
import { placesFor } from '../places.ts';

export interface Command {
  id: string;
  words: string;
  kind: 'palette.kind.page' | 'palette.kind.action' | 'palette.kind.record';
  run: () => void;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lets a long word break on the narrow rail. */
const SOFT_HYPHEN = '\u00ad';

/** From so many letters on, alerts are offered to be searched for them. */
const SEARCHED = 3;

/** What the palette offers for the letters typed: pages and actions this officer may reach. */
export function useCommands(typed: string, navigate: ReturnType<typeof useNavigate>, leave: () => void): Command[] {
  const intl = useIntl();
  const { actions } = useSession();
  const may = (action: string) => actions.includes(action);
  const looked = typed.trim().toLowerCase();

  if (UUID.test(looked)) {
    return recordsNumbered(looked, may, intl, navigate);
  }

  const pages: Command[] = placesFor(actions).map(({ path, label }) => ({
    id: path.slice(1),
    words: intl.formatMessage({ id: label }).replaceAll(SOFT_HYPHEN, ''),
    kind: 'palette.kind.page',
    run: () => void navigate({ to: path }),
  }));
  if (may('alerts.draft')) {
    pages.push({
      id: 'new-alert',
      words: intl.formatMessage({ id: 'alerts.new' }),
      kind: 'palette.kind.page',
      run: () => void navigate({ to: '/alerts/new' }),
    });
  }
  if (may('alerts.search')) {
    pages.push({
      id: 'alert-figures',
      words: intl.formatMessage({ id: 'figures.title' }),
      kind: 'palette.kind.page',
      run: () => void navigate({ to: '/alerts/figures' }),
    });
  }
  if (may('alerts.import-list')) {
    pages.push({
      id: 'import',
      words: intl.formatMessage({ id: 'import.title' }),
      kind: 'palette.kind.page',
      run: () => void navigate({ to: '/lists/import' }),
    });
  }
  if (may('access.keep-own-account')) {
    pages.push({
      id: 'account',
      words: intl.formatMessage({ id: 'account.title' }),
      kind: 'palette.kind.page',
      run: () => void navigate({ to: '/account' }),
    });
  }
  if (may('access.view-sessions')) {
    pages.push({
      id: 'sessions',
      words: intl.formatMessage({ id: 'sessions.title' }),
      kind: 'palette.kind.page',
      run: () => void navigate({ to: '/sessions' }),
    });
  }
  const dark = scheme.get() === 'dark';
  const compact = rows.get() === 'compact';
  const acts: Command[] = [
    {
      id: 'purpose',
      words: intl.formatMessage({ id: 'purpose.title' }),
      kind: 'palette.kind.action',
      run: () => purposeOpen.set(true),
    },
    ...LANGUAGES.filter(({ id }) => id !== languageOf(intl)).map(
      ({ id, name }): Command => ({ id, words: name, kind: 'palette.kind.action', run: () => void speak(id) }),
    ),
    {
      id: 'scheme',
      words: intl.formatMessage({ id: dark ? 'shell.scheme.light' : 'shell.scheme.dark' }),
      kind: 'palette.kind.action',
      run: () => paint(dark ? 'light' : 'dark'),
    },
    {
      id: 'rows',
      words: intl.formatMessage({ id: compact ? 'shell.rows.roomy' : 'shell.rows.compact' }),
      kind: 'palette.kind.action',
      run: () => setRows(compact ? 'roomy' : 'compact'),
    },
    { id: 'sign-out', words: intl.formatMessage({ id: 'shell.sign-out' }), kind: 'palette.kind.action', run: leave },
  ];
  const found = [...pages, ...acts].filter(({ words }) => words.toLowerCase().includes(looked));
  if (!may('alerts.search') || looked.length < SEARCHED) return found;
  const text = typed.trim();
  return [
    ...found,
    {
      id: 'find-alerts',
      words: intl.formatMessage({ id: 'palette.find-alerts' }, { text }),
      kind: 'palette.kind.record',
      run: () => void navigate({ to: '/alerts', search: { text } }),
    },
  ];
}

/** A record's number alone: whatever it may be the number of. */
function recordsNumbered(
  id: string,
  may: (action: string) => boolean,
  intl: IntlShape,
  navigate: ReturnType<typeof useNavigate>,
): Command[] {
  const records: Command[] = [];
  if (may('audit.search')) {
    records.push({
      id: 'record',
      words: intl.formatMessage({ id: 'record.title' }),
      kind: 'palette.kind.record',
      run: () => void navigate({ to: '/audit/$id', params: { id } }),
    });
  }
  if (may('screening.second-line')) {
    records.push({
      id: 'case',
      words: intl.formatMessage({ id: 'case.one' }),
      kind: 'palette.kind.record',
      run: () => void navigate({ to: '/second-line/$id', params: { id } }),
    });
    records.push({
      id: 'notice',
      words: intl.formatMessage({ id: 'notice.title' }),
      kind: 'palette.kind.record',
      run: () => void navigate({ to: '/second-line/$id/notice', params: { id } }),
    });
  }
  if (may('access.view-officers')) {
    records.push({
      id: 'officer',
      words: intl.formatMessage({ id: 'officers.one' }),
      kind: 'palette.kind.record',
      run: () => void navigate({ to: '/officers/$id', params: { id } }),
    });
  }
  if (may('alerts.read')) {
    records.push({
      id: 'alert',
      words: intl.formatMessage({ id: 'alert.title' }),
      kind: 'palette.kind.record',
      run: () => void navigate({ to: '/alerts/$id', params: { id } }),
    });
  }
  if (may('alerts.read-import')) {
    records.push({
      id: 'import',
      words: intl.formatMessage({ id: 'import.one' }),
      kind: 'palette.kind.record',
      run: () => void navigate({ to: '/lists/imports/$id', params: { id } }),
    });
  }
  return records;
}
