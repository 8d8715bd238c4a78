import type { Difference } from '@entente/contracts/alerts/alert';
import { FormattedMessage } from 'react-intl';
import { Empty } from '../../../ui/empty.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';
import { Suspect } from '../view/suspect.tsx';
import { placeInWords, type Speech, valueInWords } from '../words/content-words.ts';
import style from './review.module.css';

interface DifferencesPanelProps {
  differences: Difference[];
  speech: Speech;
  /** Terms to be marked in what is new. */
  terms?: readonly string[];
}

/** What the version being written changes in the one in force, field by field. */
export function DifferencesPanel({ differences, speech, terms = [] }: DifferencesPanelProps) {
  const title = speech.intl.formatMessage({ id: 'review.differences' });
  return (
    <Panel title={title} flush>
      {differences.length === 0 ? (
        <Empty title={<FormattedMessage id="review.differences.none" />} />
      ) : (
        <Table
          caption={title}
          head={
            <>
              <th scope="col">
                <FormattedMessage id="review.field" />
              </th>
              <th scope="col">
                <FormattedMessage id="review.before" />
              </th>
              <th scope="col">
                <FormattedMessage id="review.after" />
              </th>
            </>
          }
        >
          {differences.map(({ pointer, before, after }) => (
            <tr key={pointer}>
              <td className={style.field}>{placeInWords(speech.intl, pointer)}</td>
              <td className={style.before}>
                <Suspect text={valueInWords(speech, pointer, before)} terms={[]} />
              </td>
              <td>
                <Suspect text={valueInWords(speech, pointer, after)} terms={terms} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
