import { useSession } from '../../api/access.ts';
import { useTranslated } from '../../ui/translated.ts';

/** Names of purposes and legal bases the officer's own session knows; the id for any other. */
export function usePurposeWords(): { purpose(id: string): string; legalBasis(id: string): string } {
  const { purposes } = useSession();
  const translated = useTranslated();
  return {
    purpose(id) {
      const purpose = purposes.find((one) => one.id === id);
      return purpose ? translated(purpose.names) : id;
    },
    legalBasis(id) {
      const basis = purposes.flatMap(({ legalBases }) => legalBases).find((one) => one.id === id);
      return basis ? translated(basis.names) : id;
    },
  };
}
