import type { Danger } from '@entente/contracts/alerts/content';
import { FormattedMessage, useIntl } from 'react-intl';
import { ChecksField } from '../../../ui/checks-field.tsx';
import { DANGERS } from '../../../ui/warnings.tsx';
import { Group } from './fields/group.tsx';
import { LinesAt } from './fields/lines-at.tsx';
import { RadioAt } from './fields/radio-at.tsx';
import { TextAt } from './fields/text-at.tsx';
import { useForm, usePart } from './form.ts';
import { Languages } from './parts/languages.tsx';
import { MembershipsEditor } from './parts/memberships.tsx';
import { MinorNote, useMinor } from './parts/minor-note.tsx';
import { PhotographsEditor } from './parts/photographs.tsx';

/** What helps to know the person, what to beware of, and what protects him. */
export function StepDescription() {
  const intl = useIntl();
  const minor = useMinor();
  const [contact] = usePart<object>('/subject/childProtection');
  return (
    <>
      <MinorNote />
      {(minor || contact) && (
        <Group pointer="/subject/childProtection" asks={['child-protection-contact-missing']}>
          <TextAt pointer="/subject/childProtection/authority" />
          <TextAt pointer="/subject/childProtection/contact" />
        </Group>
      )}
      <TextAt pointer="/subject/description" long hint={<FormattedMessage id="issue.description.hint" />} />
      <LinesAt
        pointer="/subject/marks"
        hint={<FormattedMessage id="issue.marks.hint" />}
        add={intl.formatMessage({ id: 'issue.marks.add' })}
        most={30}
      />
      <PhotographsEditor />
      <Languages />
      <Dangers />
      <LinesAt
        pointer="/subject/medical"
        hint={<FormattedMessage id="issue.medical.hint" />}
        add={intl.formatMessage({ id: 'issue.medical.add' })}
        most={10}
      />
      <RadioAt
        pointer="/subject/protection"
        asks={['refugee-blocks-transfer']}
        hint={<FormattedMessage id="issue.protection.hint" />}
      />
      <MembershipsEditor />
    </>
  );
}

function Dangers() {
  const { assessor } = useForm();
  const [dangers = [], setDangers] = usePart<Danger[]>('/subject/dangers');
  return (
    <ChecksField
      label={<FormattedMessage id="alert.field.dangers" />}
      hint={<FormattedMessage id="issue.dangers.hint" />}
      values={dangers}
      choices={(Object.keys(DANGERS) as Danger[]).map((value) => ({
        value,
        label: <FormattedMessage id={DANGERS[value]} />,
      }))}
      onChange={(next) => {
        setDangers(next.length > 0 ? next : undefined);
        void assessor.leave('/subject/dangers');
      }}
    />
  );
}
