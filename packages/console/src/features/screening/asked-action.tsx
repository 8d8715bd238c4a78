import type { Candidate } from '@entente/contracts/screening';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { catalogueQuery } from '../../api/alerts/catalogue.ts';
import { ActionMark } from '../../ui/action-mark.tsx';
import { useTranslated } from '../../ui/translated.ts';
import style from './asked-action.module.css';

/** What is to be done if it is this person or thing, and how, in the node's own words. */
export function AskedAction({ candidate: { action, actionNames, instructions, kind } }: { candidate: Candidate }) {
  const translated = useTranslated();
  const { data } = useQuery(catalogueQuery);
  const known = data?.actions.find(({ id }) => id === action);
  return (
    <span className={style.asked}>
      <span className={style.label}>
        <FormattedMessage id={kind === 'person' ? 'candidate.action' : 'candidate.action.thing'} />
      </span>
      <span className={style.action}>
        {known ? <ActionMark action={known} /> : <strong>{translated(actionNames)}</strong>}
      </span>
      <span className={style.instructions}>{translated(instructions)}</span>
    </span>
  );
}
