import { FormattedMessage } from 'react-intl';
import { Note } from '../../../../ui/note.tsx';
import { ruleInWords } from '../../words/rules.ts';
import { ChoiceAt } from '../fields/choice-at.tsx';
import { DayAt } from '../fields/day-at.tsx';
import { Group } from '../fields/group.tsx';
import { RadioAt } from '../fields/radio-at.tsx';
import { TextAt } from '../fields/text-at.tsx';
import { useForm, useText } from '../form.ts';

const OFFENCE = '/ground/offence';

/** The offence, by which definition, and on what the accusation rests; which violent act where it counts only as one. */
export function OffenceEditor() {
  const { speech } = useForm();
  const [kind] = useText(`${OFFENCE}/kind`);
  const [conduct] = useText(`${OFFENCE}/conduct`);
  const [act] = useText(`${OFFENCE}/violentAct/act`);
  const violent = ['terrorism', 'separatism', 'extremism'].includes(kind);
  const definitions = speech.profile.catalogue.grounds.definitions.filter((one) => one.kind === kind);
  return (
    <Group pointer={OFFENCE} asks={['offence-missing']}>
      <RadioAt pointer={`${OFFENCE}/kind`} hint={<FormattedMessage id="issue.offence.kind.hint" />} />
      {violent && (
        <Note tone="warning">
          <p>{ruleInWords(speech.intl, { rule: 'no-violent-act' }).says}</p>
        </Note>
      )}
      <ChoiceAt
        pointer={`${OFFENCE}/definition`}
        asks={['definition-missing']}
        only={definitions.map(({ id }) => id)}
        disabled={kind === ''}
      />
      <TextAt pointer={`${OFFENCE}/provision`} hint={<FormattedMessage id="issue.offence.provision.hint" />} />
      <TextAt pointer={`${OFFENCE}/description`} long hint={<FormattedMessage id="issue.offence.description.hint" />} />
      <RadioAt
        pointer={`${OFFENCE}/conduct`}
        asks={['conduct-missing']}
        hint={<FormattedMessage id="issue.offence.conduct.hint" />}
      />
      {(violent || conduct === 'violence' || act) && (
        <Group pointer={`${OFFENCE}/violentAct`} asks={violent ? ['no-violent-act'] : ['violent-act-incomplete']}>
          <ChoiceAt pointer={`${OFFENCE}/violentAct/act`} />
          <TextAt
            pointer={`${OFFENCE}/violentAct/description`}
            long
            hint={<FormattedMessage id="issue.violent-act.hint" />}
          />
          <DayAt pointer={`${OFFENCE}/violentAct/date`} partial />
          <TextAt pointer={`${OFFENCE}/violentAct/place`} />
        </Group>
      )}
    </Group>
  );
}
