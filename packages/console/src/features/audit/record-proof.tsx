import type { RecordProof, RecordView } from '@entente/contracts/audit';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { proveRecord } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { Copied } from '../../ui/copied.tsx';
import { download } from '../../ui/download.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import style from './record.module.css';

/** The proof that the record is in the log, and how a stranger checks it without this node. */
export function RecordProofPanel({ view }: { view: RecordView }) {
  const [proof, setProof] = useState<RecordProof | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function prove() {
    setBusy(true);
    setFailure(null);
    try {
      setProof(await proveRecord(view.content.id));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title={<FormattedMessage id="proof.title" />}>
      <div className={style.stack}>
        <p>
          <FormattedMessage id="proof.lead" />
        </p>
        {failure !== null && <ProblemNote error={failure} retry={() => void prove()} />}
        {proof ? (
          <ProofView proof={proof} />
        ) : (
          failure === null && (
            <div>
              <Button weight="main" busy={busy} onClick={() => void prove()}>
                <FormattedMessage id="proof.make" />
              </Button>
            </div>
          )
        )}
      </div>
    </Panel>
  );
}

function ProofView({ proof }: { proof: RecordProof }) {
  const file = `proof-${proof.content.id}.json`;
  return (
    <>
      <div>
        <Button
          weight="main"
          icon={<IconDownload aria-hidden />}
          onClick={() => download(file, JSON.stringify(proof, null, 2))}
        >
          <FormattedMessage id="proof.download" />
        </Button>
      </div>
      <div>
        <p className={style.under}>
          <FormattedMessage id="proof.verify" />
        </p>
        <Copied block text={`node entente-verify.mjs proof ${file} --key '${proof.verifierKey}'`} />
      </div>
      <Facts>
        <Fact name={<FormattedMessage id="audit.position" />}>{proof.index}</Fact>
        <Fact name={<FormattedMessage id="proof.path" />}>
          <FormattedMessage id="proof.path.hashes" values={{ count: proof.path.length }} />
        </Fact>
        <Fact name={<FormattedMessage id="proof.key" />}>
          <Copied text={proof.verifierKey} />
        </Fact>
      </Facts>
      <div>
        <p className={style.under}>
          <FormattedMessage id="proof.checkpoint" />
        </p>
        <pre className={style.note} dir="ltr">
          {proof.checkpoint}
        </pre>
      </div>
    </>
  );
}
