import type { Alike } from '@entente/contracts/alerts/alert';
import { FormattedMessage } from 'react-intl';
import { LongField } from '../../../ui/field.tsx';
import { Name } from '../../../ui/name.tsx';
import { languageOf } from '../../../ui/translated.ts';
import { consideredPointer } from './considered.ts';
import { fieldId, useForm, useText } from './form.ts';
import style from './issue.module.css';

interface AlikeListProps {
  alike: Alike[];
  /** Those of whom the node still asks why they are others. */
  asked: (alike: Alike) => string | undefined;
}

/** Somebody alike is already in an alert or on a list: looked at before submission, with why he is another. */
export function AlikeList({ alike, asked }: AlikeListProps) {
  if (alike.length === 0) return null;
  return (
    <section className={style.alike} aria-labelledby="alike">
      <h2 id="alike">
        <FormattedMessage id="issue.alike" values={{ count: alike.length }} />
      </h2>
      <p className={style.about}>
        <FormattedMessage id="issue.alike.about" />
      </p>
      <ul className={style.fields}>
        {alike.map((one) => (
          <li key={`${one.source} ${one.ref}`}>
            <AlikeOne alike={one} fault={asked(one)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AlikeOne({ alike, fault }: { alike: Alike; fault: string | undefined }) {
  const { assessor, speech } = useForm();
  const pointer = consideredPointer(alike);
  const [why, setWhy] = useText(pointer);
  const category = speech.profile.catalogue.categories.find(({ id }) => id === alike.category);
  return (
    <>
      <p className={style.alikeHead}>
        <Name name={alike.name} />
        <code>{alike.ref}</code>
        <span className={style.about}>{category ? category.names[languageOf(speech.intl)] : alike.source}</span>
        <span className={style.about}>
          <FormattedMessage
            id="issue.alike.score"
            values={{
              score: speech.intl.formatNumber(alike.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
            }}
          />
        </span>
      </p>
      <LongField
        id={fieldId(pointer)}
        label={speech.intl.formatMessage({ id: 'issue.alike.why' })}
        hint={<FormattedMessage id="issue.alike.why.hint" />}
        error={fault}
        value={why}
        rows={2}
        dir="auto"
        maxLength={1000}
        onChange={(event) => setWhy(event.currentTarget.value)}
        onBlur={() => void assessor.leave(pointer)}
      />
    </>
  );
}
