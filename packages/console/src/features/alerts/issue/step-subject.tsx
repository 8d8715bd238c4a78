import { useForm } from './form.ts';
import { DocumentEditor } from './parts/document.tsx';
import { Identities } from './parts/identities.tsx';
import { MinorNote } from './parts/minor-note.tsx';
import { ObjectEditor } from './parts/objects.tsx';
import { OrganisationEditor } from './parts/organisation.tsx';

/** Whom or what the alert is about. */
export function StepSubject() {
  const { kind } = useForm();
  switch (kind) {
    case 'person':
      return (
        <>
          <MinorNote />
          <Identities />
        </>
      );
    case 'organisation':
      return <OrganisationEditor />;
    case 'document':
      return <DocumentEditor />;
    default:
      return <ObjectEditor kind={kind} />;
  }
}
