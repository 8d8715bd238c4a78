import type { ListId } from '@entente/contracts/alerts';
import type { ListEntryView } from '@entente/contracts/alerts/corrections';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { entryQuery, proposedQuery } from '../../../api/alerts/corrections.ts';
import { listsQuery } from '../../../api/alerts.ts';
import { IdentityCard } from '../../../ui/identity-card.tsx';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { scriptTag } from '../../../ui/script.ts';
import { useTranslated } from '../../../ui/translated.ts';
import { CorrectionForm } from './correction-form.tsx';
import { Corrections } from './corrections.tsx';
import style from './entry.module.css';

const route = getRouteApi('/lists/$list/entries/$ref');

/** An entry of a list in the list's own words, and what this state corrects beside it. */
export function EntryPage() {
  const intl = useIntl();
  const translated = useTranslated();
  const client = useQueryClient();
  const { list, ref } = route.useParams();
  const entry = useQuery(entryQuery(list as ListId, ref));
  const { data: lists } = useQuery(listsQuery);
  const mayCorrect = useMay('alerts.correct-entry');
  const name = entry.data?.identities[0]?.names[0]?.full;
  const known = lists?.find(({ id }) => id === list);

  function keep(view: ListEntryView) {
    client.setQueryData(entryQuery(view.list, view.ref).queryKey, view);
    void client.invalidateQueries(proposedQuery);
  }

  return (
    <Page
      title={name ?? intl.formatMessage({ id: 'entry.title' })}
      titleLang={name && scriptTag(name)}
      lead={entry.data && <Lead entry={entry.data} list={known ? translated(known.names) : list} />}
      actions={
        <Link to="/lists/entries">
          <FormattedMessage id="entries.title" />
        </Link>
      }
    >
      <Part query={entry} lines={8}>
        {(view) => (
          <div className={style.columns}>
            <Panel title={<FormattedMessage id="entry.own-words" />} aside={<FormattedMessage id="entry.untouched" />}>
              <div className={style.identities}>
                {view.identities.map((identity, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: identities keep their order
                  <IdentityCard key={place} identity={identity} />
                ))}
                {view.remarks && <p className={style.remarks}>{view.remarks}</p>}
              </div>
            </Panel>
            <div className={style.side}>
              <Corrections entry={view} onChange={keep} />
              {mayCorrect && <CorrectionForm entry={view} onProposed={keep} />}
            </div>
          </div>
        )}
      </Part>
    </Page>
  );
}

function Lead({ entry, list }: { entry: ListEntryView; list: string }) {
  return (
    <>
      <FormattedMessage id={SUBJECT_KINDS[entry.kind]} /> · {list} · <code>{entry.citation ?? entry.ref}</code>
    </>
  );
}
