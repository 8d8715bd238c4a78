import { useQuery } from '@tanstack/react-query';
import { organisationQuery } from '../../api/membership.ts';
import { useTranslated } from '../../ui/translated.ts';

interface NodeNameProps {
  node: string;
  holder: 'member' | 'body';
  of: string;
}

/** Whose node it is, in the reader's language, and its id in the register. */
export function NodeName({ node, holder, of }: NodeNameProps) {
  const translated = useTranslated();
  const { data } = useQuery(organisationQuery);
  const names =
    holder === 'member'
      ? data?.states.find(({ iso2 }) => iso2 === of)?.names
      : data?.bodies.find(({ id }) => id === of)?.names;
  return (
    <>
      <b>{names ? translated(names) : of}</b> <code>{node}</code>
    </>
  );
}
