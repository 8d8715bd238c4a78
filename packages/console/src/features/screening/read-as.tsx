import type { CheckRequest, MrzReading, ReadAs } from '@entente/contracts/screening';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCountries } from '../../ui/countries.ts';
import { dayInWords } from '../../ui/day.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CheckDigitMark } from './check-digit.tsx';
import { schemeInWords } from './evidence-words.ts';
import { possibleSchemes } from './narrowing.ts';
import { Narrowing } from './narrowing-form.tsx';
import style from './read-as.module.css';
import { FIELDS } from './zone-words.ts';

const TITLES = {
  mrz: 'read.mrz',
  document: 'read.document',
  identity: 'read.identity',
  object: 'read.object',
} as const;
const SEXES = { male: 'sex.male', female: 'sex.female', unspecified: 'sex.unspecified' } as const;

interface ReadAsPanelProps {
  readAs: ReadAs;
  /** Present at the desk, where a number may be narrowed down and asked for again. */
  onCheck?: (request: CheckRequest) => void;
  busy?: boolean;
}

/** What the node took the input for, so that the officer sees a misreading. */
export function ReadAsPanel({ readAs, onCheck, busy = false }: ReadAsPanelProps) {
  const { mrz } = readAs;
  return (
    <Panel title={<FormattedMessage id={TITLES[readAs.kind]} />} aside={mrz && <code>{mrz.format}</code>}>
      <div className={style.reading}>{mrz ? <ReadZone mrz={mrz} /> : <ReadIdentity readAs={readAs} />}</div>
      {onCheck && possibleSchemes(readAs).length > 0 && (
        <div className={style.narrowing}>
          <Narrowing readAs={readAs} busy={busy} onCheck={onCheck} />
        </div>
      )}
    </Panel>
  );
}

function ReadZone({ mrz }: { mrz: MrzReading }) {
  const intl = useIntl();
  const countries = useCountries();
  const digit = (field: MrzReading['checkDigits'][number]['field']): ReactNode => {
    const found = mrz.checkDigits.find((one) => one.field === field);
    return found && <CheckDigitMark verdict={found.verdict} />;
  };
  return (
    <>
      <Facts>
        <Fact name={<FormattedMessage id="read.family" />}>
          <Name name={mrz.family} />
        </Fact>
        <Fact name={<FormattedMessage id="read.given" />}>
          <Name name={mrz.given} />
        </Fact>
        {mrz.birthDate && (
          <Fact name={<FormattedMessage id="read.birth-date" />} aside={digit('birth-date')}>
            {dayInWords(intl, mrz.birthDate)}
          </Fact>
        )}
        <Fact name={<FormattedMessage id="read.sex" />}>
          <FormattedMessage id={SEXES[mrz.sex]} />
        </Fact>
        {mrz.nationality && (
          <Fact name={<FormattedMessage id="read.nationality" />}>{countries.name(mrz.nationality)}</Fact>
        )}
        {mrz.documentNumber && (
          <Fact name={<FormattedMessage id="read.document-number" />} aside={digit('document-number')}>
            <code>{mrz.documentNumber}</code>
          </Fact>
        )}
        {mrz.issuer && <Fact name={<FormattedMessage id="read.issuer" />}>{countries.name(mrz.issuer)}</Fact>}
        {mrz.expiryDate && (
          <Fact name={<FormattedMessage id="read.expiry-date" />} aside={digit('expiry-date')}>
            {dayInWords(intl, mrz.expiryDate)}
          </Fact>
        )}
        {mrz.optional && (
          <Fact name={<FormattedMessage id="read.optional" />} aside={digit('personal-number')}>
            <code>{mrz.optional}</code>
          </Fact>
        )}
        {digit('composite') && <Fact name={<FormattedMessage id="read.composite" />}>{digit('composite')}</Fact>}
      </Facts>
      {mrz.nameTruncated && (
        <p className={style.note}>
          <FormattedMessage id="read.truncated" />
        </p>
      )}
      {mrz.corrections.map((correction) => (
        <p key={correction.field + correction.read} className={style.note}>
          <FormattedMessage
            id="read.correction"
            values={{
              field: intl.formatMessage({ id: FIELDS[correction.field as keyof typeof FIELDS] ?? 'field.other' }),
              read: <code>{correction.read}</code>,
              taken: <code>{correction.taken}</code>,
            }}
          />
        </p>
      ))}
      <pre className={style.zone} dir="ltr">
        {mrz.lines.join('\n')}
      </pre>
    </>
  );
}

function ReadIdentity({ readAs }: { readAs: ReadAs }) {
  const intl = useIntl();
  const countries = useCountries();
  return (
    <Facts>
      {readAs.documentNumber && !readAs.object && (
        <Fact name={<FormattedMessage id="read.document-number" />}>
          <code>{readAs.documentNumber}</code>
        </Fact>
      )}
      {readAs.object && (
        <>
          <Fact name={<FormattedMessage id="read.number" />}>
            <code>{readAs.object.number}</code>
          </Fact>
          <Fact name={<FormattedMessage id="read.schemes" />}>
            {intl.formatList(
              readAs.object.schemes.map((scheme) => schemeInWords(intl, scheme)),
              { type: 'disjunction' },
            )}
          </Fact>
        </>
      )}
      {readAs.names.map((name) => (
        <Fact key={name} name={<FormattedMessage id="read.name" />}>
          <Name name={name} />
        </Fact>
      ))}
      {readAs.birthDate && (
        <Fact name={<FormattedMessage id="read.birth-date" />}>{dayInWords(intl, readAs.birthDate)}</Fact>
      )}
      {readAs.nationality && (
        <Fact name={<FormattedMessage id="read.nationality" />}>{countries.name(readAs.nationality)}</Fact>
      )}
      {readAs.sex && (
        <Fact name={<FormattedMessage id="read.sex" />}>
          <FormattedMessage id={SEXES[readAs.sex]} />
        </Fact>
      )}
    </Facts>
  );
}
