import type { Audience } from '@entente/contracts/alerts/content';
import { FormattedMessage } from 'react-intl';
import { ChecksField } from '../../../../ui/checks-field.tsx';
import { RadioField } from '../../../../ui/radio-field.tsx';
import { useTranslated } from '../../../../ui/translated.ts';
import { fieldInWords } from '../../words/content-words.ts';
import { fieldId, useFault, useForm, usePart } from '../form.ts';

type Choice = 'national' | 'searchable' | 'all-members' | 'members';

const CHOICES: { value: Choice; label: `alert.choice.audience.${Choice}`; hint: `issue.audience.${Choice}` }[] = [
  { value: 'national', label: 'alert.choice.audience.national', hint: 'issue.audience.national' },
  { value: 'searchable', label: 'alert.choice.audience.searchable', hint: 'issue.audience.searchable' },
  { value: 'all-members', label: 'alert.choice.audience.all-members', hint: 'issue.audience.all-members' },
  { value: 'members', label: 'alert.choice.audience.members', hint: 'issue.audience.members' },
];

/** To whom the alert goes once it is in force; nothing travels unless chosen. */
export function AudienceField() {
  const { assessor, speech } = useForm();
  const [audience, setAudience] = usePart<Audience>('/audience');
  const fault = useFault('/audience/states');
  const choose = (next: Audience) => {
    setAudience(next);
    void assessor.leave('/audience/states');
  };
  return (
    <div id={fieldId('/audience')}>
      <RadioField
        label={fieldInWords(speech.intl, '/audience')}
        value={choiceOf(audience)}
        choices={CHOICES.map(({ value, label, hint }) => ({
          value,
          label: <FormattedMessage id={label} />,
          hint: <FormattedMessage id={hint} />,
        }))}
        onChoose={(choice) => choose(audienceOf(choice))}
      />
      {audience?.kind === 'members' && (
        <MembersField audience={audience} fault={fault} onChoose={(states) => choose({ ...audience, states })} />
      )}
    </div>
  );
}

interface MembersFieldProps {
  audience: Extract<Audience, { kind: 'members' }>;
  fault: string | undefined;
  onChoose: (states: string[]) => void;
}

function MembersField({ audience, fault, onChoose }: MembersFieldProps) {
  const translated = useTranslated();
  const { speech } = useForm();
  const { catalogue, organisation } = speech.profile;
  const others = organisation.states.filter(({ role, iso2 }) => role === 'member' && iso2 !== catalogue.state.iso2);
  return (
    <div id={fieldId('/audience/states')}>
      <ChecksField
        label={fieldInWords(speech.intl, '/audience/states')}
        error={fault}
        values={audience.states}
        choices={others.map(({ iso2, names }) => ({ value: iso2, label: translated(names) }))}
        onChange={onChoose}
      />
    </div>
  );
}

/** What is not chosen yet is national: so it is weighed, and so it is shown. */
function choiceOf(audience: Audience | undefined): Choice {
  if (!audience) return 'national';
  if (audience.kind === 'national') return audience.searchable ? 'searchable' : 'national';
  return audience.kind;
}

function audienceOf(choice: Choice): Audience {
  if (choice === 'members') return { kind: 'members', states: [] };
  if (choice === 'all-members') return { kind: 'all-members' };
  return { kind: 'national', searchable: choice === 'searchable' };
}
