import { FormattedMessage } from 'react-intl';
import { nodeNow } from '../../../api/node-clock.ts';
import { dayInWords } from '../../../ui/day.ts';
import { useTranslated } from '../../../ui/translated.ts';
import { addDays, dayOf } from './days.ts';
import { DayAt } from './fields/day-at.tsx';
import { Group } from './fields/group.tsx';
import { RadioAt } from './fields/radio-at.tsx';
import { TextAt } from './fields/text-at.tsx';
import { useForm, useText } from './form.ts';
import { AudienceField } from './parts/audience-field.tsx';
import { MinorNote, useMinor } from './parts/minor-note.tsx';

/** What is asked of whoever meets the subject, until when, and when the need is looked at again. */
export function StepLife() {
  const translated = useTranslated();
  const { category, speech, version } = useForm();
  const minor = useMinor();
  const [chosen] = useText('/action');
  const { actions } = speech.profile.catalogue;
  const open = minor ? category.minorActions : category.actions;
  const offered = actions.filter(({ id }) => open.includes(id) || id === chosen);
  const action = actions.find(({ id }) => id === chosen);
  const today = dayOf(new Date(nodeNow()));
  const inDays = (days: number) => dayInWords(speech.intl, addDays(today, days));
  return (
    <>
      {version !== 'extension' && (
        <>
          <MinorNote />
          <RadioAt
            pointer="/action"
            asks={['action-missing', 'action-not-permitted']}
            choices={offered.map(({ id, names, instructions }) => ({
              value: id,
              label: translated(names),
              hint: translated(instructions),
            }))}
          />
          {category.consentForWhereabouts && action?.tellsWhereabouts && !minor && (
            <Group pointer="/ground/whereaboutsConsent" asks={['whereabouts-without-consent']}>
              <TextAt pointer="/ground/whereaboutsConsent/reference" />
              <DayAt pointer="/ground/whereaboutsConsent/givenOn" />
            </Group>
          )}
        </>
      )}
      <DayAt
        pointer="/expiresOn"
        asks={version === 'amendment' ? ['amendment-moves-expiry'] : ['expiry-missing']}
        disabled={version === 'amendment'}
        hint={
          version === 'amendment' ? undefined : (
            <FormattedMessage
              id="issue.expires.hint"
              values={{ days: category.longestLifeDays, latest: inDays(category.longestLifeDays) }}
            />
          )
        }
      />
      <DayAt
        pointer="/reviewOn"
        asks={['review-date-missing']}
        hint={
          <FormattedMessage
            id="issue.review.hint"
            values={{ days: category.reviewDays, latest: inDays(category.reviewDays) }}
          />
        }
      />
      {version !== 'extension' && (
        <>
          <TextAt pointer="/note" long hint={<FormattedMessage id="issue.note.hint" />} />
          <AudienceField />
        </>
      )}
    </>
  );
}
