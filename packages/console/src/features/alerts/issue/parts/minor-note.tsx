import { FormattedMessage } from 'react-intl';
import { nodeNow } from '../../../../api/node-clock.ts';
import { Note } from '../../../../ui/note.tsx';
import { useTranslated } from '../../../../ui/translated.ts';
import { ruleInWords } from '../../words/rules.ts';
import { dayOf } from '../days.ts';
import { useForm, usePart } from '../form.ts';
import { mayBeMinor } from '../minor.ts';

/** Whether the person as typed may be under 18. */
export function useMinor(): boolean {
  const [identities] = usePart<unknown[]>('/subject/identities');
  return mayBeMinor({ subject: { identities } }, dayOf(new Date(nodeNow())));
}

/** What changes where the person may be a child. */
export function MinorNote() {
  const translated = useTranslated();
  const { category, speech } = useForm();
  if (!useMinor()) return null;
  const says = (rule: 'minor-never' | 'child-protection-contact-missing') => ruleInWords(speech.intl, { rule }).says;
  if (category.minorActions.length === 0) {
    return (
      <Note tone="grave" title={<FormattedMessage id="issue.minor" />}>
        <p>{says('minor-never')}</p>
      </Note>
    );
  }
  const actions = speech.profile.catalogue.actions.filter(({ id }) => category.minorActions.includes(id));
  return (
    <Note tone="warning" title={<FormattedMessage id="issue.minor" />}>
      <ul>
        <li>
          <FormattedMessage
            id="issue.minor.actions"
            values={{
              actions: speech.intl.formatList(
                actions.map(({ names }) => translated(names)),
                { type: 'disjunction' },
              ),
            }}
          />
        </li>
        <li>{says('child-protection-contact-missing')}</li>
        <li>
          <FormattedMessage id="issue.minor.review" />
        </li>
      </ul>
    </Note>
  );
}
