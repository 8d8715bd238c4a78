import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { Confirmation } from '../../../../ui/confirmation.tsx';
import fieldStyle from '../fields/fields.module.css';
import { Hint } from '../fields/hint.tsx';
import { fieldId, useFault, useForm, usePart } from '../form.ts';
import { FIRST_NAMES } from '../names.ts';
import { IdentityEditor } from './identity.tsx';
import style from './parts.module.css';

const POINTER = '/subject/identities';
const MOST = 20;

/** All identities of a person: his own, those he claims or made up, and one he took from somebody. */
export function Identities() {
  const intl = useIntl();
  const { assessor } = useForm();
  const [identities = [], setIdentities] = usePart<{ status?: string }[]>(POINTER);
  const fault = useFault(POINTER);
  const [removing, setRemoving] = useState<number | null>(null);
  return (
    <section
      id={fieldId(POINTER)}
      className={fieldStyle.rows}
      tabIndex={-1}
      aria-label={intl.formatMessage({ id: 'alert.field.identities' })}
    >
      <p className={fieldStyle.hint}>
        <Hint asks={['identity-missing', 'only-misused']}>
          <FormattedMessage id="issue.identities.hint" />
        </Hint>
      </p>
      {fault && <p className={fieldStyle.error}>{fault}</p>}
      {identities.map(({ status }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an identity is known by its place alone
        <article key={place} className={style.identity} data-status={status}>
          <div className={style.identityHead}>
            <h2>
              <FormattedMessage id="alert.field.identity" values={{ number: place + 1 }} />
            </h2>
            {identities.length > 1 && (
              <Button weight="quiet" onClick={() => setRemoving(place)}>
                <FormattedMessage id="issue.identities.remove" />
              </Button>
            )}
          </div>
          <IdentityEditor pointer={`${POINTER}/${place}`} standing />
        </article>
      ))}
      {identities.length < MOST && (
        <div>
          <Button
            icon={<IconPlus aria-hidden />}
            onClick={() =>
              setIdentities([
                ...identities,
                { status: 'claimed', names: FIRST_NAMES, birthDates: [{}] } as { status: string },
              ])
            }
          >
            <FormattedMessage id="issue.identities.add" />
          </Button>
        </div>
      )}
      {removing !== null && (
        <Confirmation
          title={intl.formatMessage({ id: 'issue.identities.remove.title' }, { number: removing + 1 })}
          consequence={<FormattedMessage id="issue.identities.remove.consequence" />}
          verb={intl.formatMessage({ id: 'issue.identities.remove' })}
          act={async () => {
            setIdentities(identities.toSpliced(removing, 1));
            void assessor.leave(POINTER);
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </section>
  );
}
