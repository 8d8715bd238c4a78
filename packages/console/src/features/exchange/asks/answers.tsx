import type { AskOutcome, AskRecipient } from '@entente/contracts/exchange/asks';
import { type ReactNode, useEffect, useRef } from 'react';
import { FormattedList, FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../../api/access.ts';
import { Copied } from '../../../ui/copied.tsx';
import { useCountries } from '../../../ui/countries.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { scriptTag } from '../../../ui/script.ts';
import { Table } from '../../../ui/table.tsx';
import { NodeName } from '../node-name.tsx';
import { markOfAnswer, whyMessage } from './answer-words.ts';
import { AskOwner } from './ask-owner.tsx';
import style from './asks.module.css';
import type { Asked } from './use-ask.ts';

/** What each node made of the question, and what follows from it. Takes the focus when it comes. */
export function Answers({ asked, recipients }: { asked: Asked; recipients: AskRecipient[] }) {
  const intl = useIntl();
  const place = useRef<HTMLDivElement>(null);
  const { id } = asked;
  useEffect(() => {
    if (id) place.current?.focus();
  }, [id]);
  const title = intl.formatMessage({ id: 'ask.answers' });
  return (
    <div ref={place} tabIndex={-1} className={style.answers}>
      <Panel flush title={title} aside={<AboutWhom asked={asked} />}>
        <Table
          caption={title}
          head={
            <>
              <th scope="col">
                <FormattedMessage id="nodes.node" />
              </th>
              <th scope="col">
                <FormattedMessage id="ask.answer" />
              </th>
              <th scope="col">
                <FormattedMessage id="ask.next" />
              </th>
            </>
          }
        >
          {asked.answers.map((outcome) => (
            <tr key={outcome.node}>
              <td className={style.node}>
                <NodeAsked recipient={recipients.find(({ node }) => node === outcome.node)} node={outcome.node} />
              </td>
              <td>
                <Mark kind={markOfAnswer(outcome)} />
              </td>
              <td className={style.next}>
                <Next outcome={outcome} member={isMember(recipients, outcome.node)} />
              </td>
            </tr>
          ))}
        </Table>
        <p className={style.record}>
          <span>
            <FormattedMessage id="ask.searched" />
          </span>
          <span>
            <FormattedMessage id="ask.record" values={{ id: <Copied text={id} /> }} />
          </span>
        </p>
      </Panel>
    </div>
  );
}

function NodeAsked({ recipient, node }: { recipient: AskRecipient | undefined; node: string }) {
  return recipient ? <NodeName {...recipient} /> : <code>{node}</code>;
}

/** A body has no contact point that could tell. */
function isMember(recipients: AskRecipient[], node: string): boolean {
  return recipients.find((one) => one.node === node)?.holder === 'member';
}

function Next({ outcome: { node, answer, reference, why }, member }: { outcome: AskOutcome; member: boolean }) {
  const mayInquire = useMay('cases.work') && member;
  if (answer === 'hit') {
    return (
      <>
        {reference !== null && <Copied text={reference} />}
        <p>
          <FormattedMessage id="ask.next.hit" />
        </p>
        {mayInquire && reference !== null && <AskOwner key={reference} node={node} reference={reference} />}
      </>
    );
  }
  if (answer === 'no-hit') return <FormattedMessage id="ask.next.no-hit" />;
  return <FormattedMessage id={whyMessage(why)} values={{ code: why ?? '–' }} />;
}

/** What was asked, since the form may say something else by now. */
function AboutWhom({ asked: { about, caseReference } }: { asked: Asked }) {
  const countries = useCountries();
  const known: ReactNode[] =
    about.by === 'document'
      ? [about.number, about.issuer && countries.name(about.issuer)]
      : [
          ...about.names.map((name) => (
            <bdi key={name} lang={scriptTag(name)}>
              {name}
            </bdi>
          )),
          about.birthDate,
          about.nationality && countries.name(about.nationality),
        ];
  return (
    <span>
      <FormattedMessage
        id="ask.asked"
        values={{
          about: <FormattedList type="unit" value={known.filter(Boolean)} />,
          reference: <bdi>{caseReference}</bdi>,
        }}
      />
    </span>
  );
}
