import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { showPhotograph } from '../api/alerts/photographs.ts';
import { Button } from './button.tsx';
import style from './photographs.module.css';
import { ProblemNote } from './problem.tsx';

interface PhotographsProps {
  /** Id of the alert. */
  alert: string;
  photographs: { id: string; identity: number }[];
}

/**
 * Photographs of an alert, for a person's own comparison. None is fetched before a press, since each view is recorded;
 * the picture carries the number of that record across it, and is gone from the page when it is hidden or left.
 */
export function Photographs({ alert, photographs }: PhotographsProps) {
  const intl = useIntl();
  const [shown, setShown] = useState<ReadonlyMap<string, string> | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  if (photographs.length === 0) {
    return (
      <p className={style.none}>
        <FormattedMessage id="photographs.none" />
      </p>
    );
  }

  async function show() {
    setBusy(true);
    setFailure(null);
    try {
      const pictures = await Promise.all(
        photographs.map(async ({ id }) => [id, await dataUrl(await showPhotograph(alert, id))] as const),
      );
      setShown(new Map(pictures));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={style.photographs}>
      {failure !== null && <ProblemNote error={failure} />}
      <div className={style.ask}>
        <Button
          icon={<IconPhoto aria-hidden />}
          busy={busy}
          aria-expanded={shown !== null}
          onClick={() => (shown ? setShown(null) : void show())}
        >
          {shown ? (
            <FormattedMessage id="photographs.hide" />
          ) : (
            <FormattedMessage id="photographs.show" values={{ count: photographs.length }} />
          )}
        </Button>
        <p className={style.recorded}>
          <FormattedMessage id="photographs.recorded" />
        </p>
      </div>
      {shown && (
        <ul className={style.pictures}>
          {photographs.map(({ id, identity }) => {
            const words = intl.formatMessage({ id: 'photographs.of' }, { number: identity + 1 });
            return (
              <li key={id}>
                <figure>
                  <img src={shown.get(id)} alt={words} draggable={false} />
                  <figcaption>{words}</figcaption>
                </figure>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** As a `data:` address: the content-security policy takes no other, and it leaves nothing behind. */
function dataUrl(blob: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result as string);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
  return promise;
}
