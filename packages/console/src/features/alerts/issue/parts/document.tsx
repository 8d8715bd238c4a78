import { IconPlus } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { Note } from '../../../../ui/note.tsx';
import { ChoiceAt } from '../fields/choice-at.tsx';
import { CountryAt } from '../fields/country-at.tsx';
import { DayAt } from '../fields/day-at.tsx';
import { Group } from '../fields/group.tsx';
import { RadioAt } from '../fields/radio-at.tsx';
import { TextAt } from '../fields/text-at.tsx';
import { useForm, usePart, useText } from '../form.ts';
import { FIRST_NAMES } from '../names.ts';
import { IdentityEditor } from './identity.tsx';

/** A travel document of this state, with the decision that invalidated it where one did. */
export function DocumentEditor() {
  const { category } = useForm();
  const [status] = useText('/subject/status');
  const [holder, setHolder] = usePart<object>('/subject/holder');
  const needsDecision = category.requires.includes('decision') || status === 'invalidated';
  return (
    <>
      <Note>
        <FormattedMessage id="issue.document.protects" />
      </Note>
      <RadioAt pointer="/subject/status" asks={['document-status-missing', 'status-not-of-category']} />
      <ChoiceAt pointer="/subject/documentType" asks={['document-type-missing']} />
      <TextAt pointer="/subject/number" asks={['document-number-missing']} />
      <CountryAt pointer="/subject/issuer" asks={['document-of-another-state']} />
      <DayAt pointer="/subject/reportedOn" />
      {needsDecision && (
        <Group pointer="/subject/invalidation" asks={['invalidation-missing']}>
          <TextAt pointer="/subject/invalidation/authority" />
          <TextAt pointer="/subject/invalidation/number" />
          <DayAt pointer="/subject/invalidation/date" />
          <TextAt
            pointer="/subject/invalidation/appeal"
            long
            maxLength={300}
            hint={<FormattedMessage id="issue.appeal.hint" />}
          />
        </Group>
      )}
      {holder ? (
        <Group pointer="/subject/holder" hint={<FormattedMessage id="issue.holder.hint" />}>
          <IdentityEditor pointer="/subject/holder" standing={false} />
          <div>
            <Button weight="quiet" onClick={() => setHolder(undefined)}>
              <FormattedMessage id="issue.holder.remove" />
            </Button>
          </div>
        </Group>
      ) : (
        <div>
          <Button
            icon={<IconPlus aria-hidden />}
            onClick={() => setHolder({ status: 'confirmed', names: FIRST_NAMES, birthDates: [{}] })}
          >
            <FormattedMessage id="issue.holder.add" />
          </Button>
        </div>
      )}
    </>
  );
}
