import { FormattedMessage, useIntl } from 'react-intl';
import { ChoiceAt } from '../fields/choice-at.tsx';
import { Group } from '../fields/group.tsx';
import { Rows } from '../fields/rows.tsx';
import { TextAt } from '../fields/text-at.tsx';
import style from './parts.module.css';

const POINTER = '/subject/memberships';

/** Links to organisations, each with its source and how good both are. */
export function MembershipsEditor() {
  const intl = useIntl();
  return (
    <Group
      pointer={POINTER}
      asks={['membership-is-no-ground', 'membership-unsourced']}
      hint={<FormattedMessage id="alert.view.link-is-no-alert" />}
    >
      <Rows
        pointer={POINTER}
        fresh={{ reliability: 'F', credibility: '6' }}
        add={intl.formatMessage({ id: 'issue.memberships.add' })}
        most={20}
      >
        {(at) => (
          <div className={style.link}>
            <TextAt pointer={`${at}/organisation`} />
            <TextAt pointer={`${at}/source`} />
            <ChoiceAt pointer={`${at}/reliability`} />
            <ChoiceAt pointer={`${at}/credibility`} />
          </div>
        )}
      </Rows>
    </Group>
  );
}
