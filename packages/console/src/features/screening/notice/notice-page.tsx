import type { Language } from '@entente/contracts/terms';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { caseQuery, noticeQuery } from '../../../api/screening/second-line.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceRow } from '../../../ui/choice-row.tsx';
import { Waiting } from '../../../ui/part.tsx';
import { languageOf } from '../../../ui/translated.ts';
import { RefusedRules } from '../refused-rules.tsx';
import { LANGUAGE_NAMES, likelyLanguage } from './notice-language.ts';
import style from './notice-page.module.css';
import { NoticePaper } from './notice-paper.tsx';

const route = getRouteApi('/second-line/$id/notice');

/** The notice to the person, in a language of his: shown as the sheet it will be, and printed without anything else. */
export function NoticePage() {
  const intl = useIntl();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const { id } = route.useParams();
  const { language: chosen } = route.useSearch();
  const [likely] = useState(() => {
    const known = client.getQueryData(caseQuery(id).queryKey);
    return known ? likelyLanguage(known.readAs.nationality) : languageOf(intl);
  });
  const language = chosen ?? likely;
  const notice = useQuery(noticeQuery(id, language));
  useEffect(() => {
    document.title = `${intl.formatMessage({ id: 'notice.title' })} · Entente`;
  }, [intl]);
  return (
    <div className={style.page}>
      <div className={style.tools}>
        <ChoiceRow<Language>
          label={intl.formatMessage({ id: 'notice.language' })}
          value={language}
          choices={(['en', 'ru', 'zh'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChoose={(next) => void navigate({ search: { language: next }, replace: true })}
        />
        <Button weight="main" icon={<IconPrinter aria-hidden />} disabled={!notice.data} onClick={() => window.print()}>
          <FormattedMessage id="notice.print" />
        </Button>
        <Link to="/second-line/$id" params={{ id }}>
          <FormattedMessage id="notice.back" />
        </Link>
        <p className={style.recorded}>
          <FormattedMessage id="notice.recorded" />
        </p>
      </div>
      {notice.data ? (
        <NoticePaper notice={notice.data} language={language} />
      ) : notice.isError ? (
        <>
          <h1 className={style.title}>
            <FormattedMessage id="notice.title" />
          </h1>
          <RefusedRules error={notice.error} />
        </>
      ) : (
        <Waiting lines={12} />
      )}
    </div>
  );
}
