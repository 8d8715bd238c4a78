import { IconPhotoPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { addPhotograph, removePhotograph } from '../../../../api/alerts/photographs.ts';
import { useStore } from '../../../../api/store.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/field.tsx';
import formStyle from '../../../../ui/form.module.css';
import { Photographs } from '../../../../ui/photographs.tsx';
import { ProblemNote } from '../../../../ui/problem.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import fieldStyle from '../fields/fields.module.css';
import { useForm, usePart } from '../form.ts';

/** Photographs of the person, each of one identity. They go up at once and are for a person's comparison only. */
export function PhotographsEditor() {
  const intl = useIntl();
  const { keeper } = useForm();
  const { alert } = useStore(keeper.kept);
  const [identities = []] = usePart<unknown[]>('/subject/identities');
  const [identity, setIdentity] = useState(0);
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(null);

  async function add(file: File | undefined) {
    if (!file) return;
    const controller = new AbortController();
    stop.current = controller;
    setFailure(null);
    setSent(0);
    try {
      await keeper.besides((revision) =>
        addPhotograph(alert.id, { identity, revision }, file, setSent, controller.signal),
      );
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error);
    } finally {
      setSent(null);
    }
  }

  async function remove(photograph: string) {
    setFailure(null);
    try {
      await keeper.besides((revision) => removePhotograph(alert.id, photograph, revision));
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <section className={fieldStyle.group} aria-label={intl.formatMessage({ id: 'issue.photographs' })}>
      <h2 className={fieldStyle.legend}>
        <FormattedMessage id="issue.photographs" />
      </h2>
      <p className={fieldStyle.hint}>
        <FormattedMessage id="issue.photographs.hint" />
      </p>
      {failure !== null && <ProblemNote error={failure} />}
      {alert.photographs.length > 0 && (
        <>
          <Photographs alert={alert.id} photographs={alert.photographs} />
          <ul>
            {alert.photographs.map((photograph, place) => (
              <li key={photograph.id} className={fieldStyle.held}>
                <FormattedMessage
                  id="issue.photographs.one"
                  values={{ number: place + 1, identity: photograph.identity + 1 }}
                />
                <Button weight="quiet" onClick={() => void remove(photograph.id)}>
                  <FormattedMessage id="issue.photographs.remove" />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {sent === null ? (
        <div className={formStyle.row}>
          {identities.length > 1 && (
            <ChoiceField
              label={intl.formatMessage({ id: 'issue.photographs.identity' })}
              value={String(identity)}
              data={identities.map((_, place) => ({
                value: String(place),
                label: intl.formatMessage({ id: 'alert.field.identity' }, { number: place + 1 }),
              }))}
              onChange={(event) => setIdentity(Number(event.currentTarget.value))}
            />
          )}
          <Button icon={<IconPhotoPlus aria-hidden />} onClick={() => chooser.current?.click()}>
            <FormattedMessage id="issue.photographs.add" />
          </Button>
          <input
            ref={chooser}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            hidden
            tabIndex={-1}
            aria-label={intl.formatMessage({ id: 'issue.photographs.add' })}
            onChange={(event) => {
              void add(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </div>
      ) : (
        <>
          <Progress share={sent} label={intl.formatMessage({ id: 'import.upload' })} />
          <div>
            <Button onClick={() => stop.current?.abort()}>
              <FormattedMessage id="import.upload.stop" />
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
