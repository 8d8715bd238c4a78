import type { RecordParts, RecordView } from '@entente/contracts/audit';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { readParts } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { ErasureDialog } from './erasure-dialog.tsx';
import { readable } from './part-text.ts';
import style from './record.module.css';

/** The personal texts a record commits to. Reading them is itself recorded, so it takes a press. */
export function RecordPartsPanel({ view }: { view: RecordView }) {
  const mayRead = useMay('audit.read-parts');
  const mayErase = useMay('audit.erase');
  const [texts, setTexts] = useState<RecordParts['parts'] | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [erasing, setErasing] = useState<string | null>(null);
  const { id, parts: committed } = view.content;

  async function read() {
    setBusy(true);
    setFailure(null);
    try {
      setTexts((await readParts(id)).parts);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title={<FormattedMessage id="parts.title" />}>
      {view.parts.length === 0 ? (
        <p className={style.under}>
          <FormattedMessage id="parts.none" />
        </p>
      ) : (
        <div className={style.stack}>
          <div>
            {view.parts.map((part) => {
              const text = part.state === 'held' && texts?.find(({ name }) => name === part.name)?.text;
              return (
                <div key={part.name} className={style.part}>
                  <div className={style.partHead}>
                    <strong>{part.name}</strong>
                    <Mark kind={part.state} />
                    {part.state === 'held' && mayErase && (
                      <Button weight="grave" onClick={() => setErasing(part.name)}>
                        <FormattedMessage id="parts.erase" />
                      </Button>
                    )}
                    {part.erasedBy && (
                      <Link to="/audit/$id" params={{ id: part.erasedBy }}>
                        <FormattedMessage id="parts.erased-by" />
                      </Link>
                    )}
                  </div>
                  <code className={style.under}>
                    {committed.find(({ name }) => name === part.name)?.commitment.slice(0, 32)}…
                  </code>
                  {text && (
                    <pre className={style.text} dir="auto">
                      {readable(text)}
                    </pre>
                  )}
                </div>
              );
            })}
          </div>
          {failure !== null && <ProblemNote error={failure} retry={() => void read()} />}
          {mayRead && !texts && view.parts.some(({ state }) => state === 'held') && (
            <div>
              <Button busy={busy} onClick={() => void read()}>
                <FormattedMessage id="parts.read" />
              </Button>
              <p className={style.under}>
                <FormattedMessage id="parts.read.recorded" />
              </p>
            </div>
          )}
        </div>
      )}
      {erasing && (
        <ErasureDialog
          record={id}
          part={erasing}
          onErased={() => setTexts(texts?.filter(({ name }) => name !== erasing) ?? null)}
          onClose={() => setErasing(null)}
        />
      )}
    </Panel>
  );
}
