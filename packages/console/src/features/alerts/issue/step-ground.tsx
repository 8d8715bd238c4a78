import { FormattedMessage } from 'react-intl';
import { ChoiceAt } from './fields/choice-at.tsx';
import { DayAt } from './fields/day-at.tsx';
import { Group } from './fields/group.tsx';
import { RadioAt } from './fields/radio-at.tsx';
import { TextAt } from './fields/text-at.tsx';
import { useForm, usePart } from './form.ts';
import { OffenceEditor } from './parts/offence.tsx';

/** Why the alert may be: law, authority, offence, warrant, authorisation, as far as the category needs them. */
export function StepGround() {
  const { category, version } = useForm();
  const [offence] = usePart<object>('/ground/offence');
  const [warrant] = usePart<object>('/ground/warrant');
  const [authorisation] = usePart<object>('/ground/authorisation');
  const needs = (part: 'offence' | 'warrant' | 'authorisation') => category.requires.includes(part);
  const whole = version !== 'extension';
  return (
    <>
      {whole && (
        <>
          <TextAt pointer="/ground/legalBasis" asks={['legal-basis-missing']} />
          <ChoiceAt pointer="/ground/instrument" hint={<FormattedMessage id="issue.instrument.hint" />} />
          <Group pointer="/ground/issuingAuthority" asks={['issuing-authority-missing']}>
            <TextAt pointer="/ground/issuingAuthority/name" />
            <TextAt pointer="/ground/issuingAuthority/reference" />
            <DayAt pointer="/ground/issuingAuthority/date" />
          </Group>
          {(needs('offence') || offence) && <OffenceEditor />}
        </>
      )}
      {(needs('warrant') || warrant) && (
        <Group pointer="/ground/warrant" asks={['warrant-missing', 'arrest-on-a-decision']}>
          <RadioAt pointer="/ground/warrant/kind" inline />
          <TextAt pointer="/ground/warrant/authority" />
          <TextAt pointer="/ground/warrant/number" />
          <DayAt pointer="/ground/warrant/date" />
        </Group>
      )}
      {(needs('authorisation') || authorisation) && (
        <Group
          pointer="/ground/authorisation"
          asks={version === 'extension' ? ['extension-needs-authorisation'] : ['authorisation-missing']}
        >
          <RadioAt pointer="/ground/authorisation/by" inline />
          <TextAt pointer="/ground/authorisation/authority" />
          <TextAt pointer="/ground/authorisation/number" />
          <DayAt pointer="/ground/authorisation/date" />
          <RadioAt pointer="/ground/authorisation/ground" inline />
          <TextAt pointer="/ground/authorisation/description" long asks={['discreet-without-ground']} />
        </Group>
      )}
    </>
  );
}
